import { describe, expect, it } from 'vitest';
import { closedState, made, refusalsOf, sampleState, sampleType, t0, t1 } from '../samples.fixture.js';
import { decideMessageEdit, decideMessagesRead, decideMessageWithdrawal } from './messages.js';

const message = { id: 'msg_1', body: 'Oi', createdAt: t0, withdrawnAt: null, own: true };
const state = sampleState();
const situation = { state, type: sampleType(), now: t1, message, editMinutes: 60 };
const closed = closedState();
const path = ['input', 'messageId'];

describe('who wrote a message', () => {
  it('writes it anew up to the last instant of the time for it', () => {
    const edited = made(decideMessageEdit({ ...situation, body: 'Olá' }));
    expect(edited).toMatchObject({ event: { kind: 'MESSAGE_EDITED', messageId: 'msg_1' }, state: { version: 2 } });
    const late = { ...situation, now: new Date(t1.getTime() + 1) };
    expect(refusalsOf(decideMessageEdit({ ...late, body: 'Olá' }))).toEqual([['TOO_LATE', path]]);
    expect(refusalsOf(decideMessageWithdrawal(late))).toEqual([['TOO_LATE', path]]);
  });

  it('takes it back once, and leaves what is not theirs, not there or closed', () => {
    expect(made(decideMessageWithdrawal(situation))).toMatchObject({ event: { kind: 'MESSAGE_WITHDRAWN' } });
    const withdrawn = { ...situation, message: { ...message, withdrawnAt: t0 } };
    expect(made(decideMessageWithdrawal(withdrawn))).toEqual({ changed: false, state });
    const refused = (differences: object) => refusalsOf(decideMessageWithdrawal({ ...situation, ...differences }));
    expect(refused({ message: { ...message, own: false } })).toEqual([['ROLE_NOT_ALLOWED', path]]);
    expect(refused({ message: null })).toEqual([['NOT_FOUND', path]]);
    expect(refused({ editMinutes: 0 })).toEqual([['TOO_LATE', path]]);
    expect(refused({ state: closed })).toEqual([['OCCURRENCE_CLOSED', ['id']]]);
  });

  it('at the very instant of posting changes nothing where no time is given for it', () => {
    expect(refusalsOf(decideMessageEdit({ ...situation, now: t0, editMinutes: 0, body: 'Olá' }))).toEqual([
      ['TOO_LATE', path],
    ]);
  });
});

describe('reading', () => {
  const reading = { ...situation, upToMessageId: 'msg_1', byBeneficiary: true, unread: 2 };

  it('is an event that leaves when it was updated, also of what is closed', () => {
    const event = { kind: 'MESSAGES_READ', byBeneficiary: true, upToMessageId: 'msg_1' };
    for (const read of [state, closed]) {
      const { version, updatedAt } = read;
      expect(made(decideMessagesRead({ ...reading, state: read }))).toMatchObject({
        event,
        state: { version: version + 1, updatedAt },
      });
    }
  });

  it('of what was read already is none', () => {
    expect(made(decideMessagesRead({ ...reading, unread: 0 }))).toEqual({ changed: false, state });
  });
});
