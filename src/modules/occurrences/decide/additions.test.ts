import { describe, expect, it } from 'vitest';
import { closedState, made, refusalsOf, sampleState, sampleType, t1 } from '../samples.fixture.js';
import { decideAttachment, decideMessage, decideNote } from './additions.js';
import type { Situation } from './outcome.js';
import { recordActionSettled } from './settle.js';

const open: Situation = { state: sampleState(), type: sampleType(), now: t1 };
const closed: Situation = { ...open, state: closedState() };

const note = (situation: Situation, body: string, files = 0) =>
  decideNote({ ...situation, noteId: 'not_1', body, visibility: 'INTERNAL', files });
const message = (situation: Situation, body: string, files = 0) =>
  decideMessage({ ...situation, messageId: 'msg_1', body, fromBeneficiary: true, files });
const attachment = (situation: Situation) =>
  decideAttachment({ ...situation, attachmentId: 'atc_1', visibleToBeneficiary: false, fromBeneficiary: false });

describe('what is added to an occurrence', () => {
  it('is one event that says who may see it, and no text', () => {
    expect([made(note(open, 'Ligar amanhã')), made(message(open, 'Olá')), made(attachment(open))]).toMatchObject([
      { event: { kind: 'NOTE_ADDED', noteId: 'not_1', visibility: 'INTERNAL' }, state: { version: 2, updatedAt: t1 } },
      { event: { kind: 'MESSAGE_POSTED', messageId: 'msg_1', fromBeneficiary: true }, state: { version: 2 } },
      {
        event: {
          kind: 'ATTACHMENT_ADDED',
          attachmentId: 'atc_1',
          visibleToBeneficiary: false,
          fromBeneficiary: false,
        },
        state: { version: 2 },
      },
    ]);
    expect(JSON.stringify(made(note(open, 'Ligar amanhã')).event)).not.toContain('Ligar');
  });

  it.each([
    ['a note', note],
    ['a message', message],
  ])('%s has a body of 1 to 10,000 characters', (_, add) => {
    expect(refusalsOf(add(open, ' '))).toEqual([['REQUIRED', ['input', 'body']]]);
    expect(refusalsOf(add(open, 'x'.repeat(10_001)))).toEqual([['INVALID', ['input', 'body']]]);
    expect(refusalsOf(add(open, 'x'.repeat(10_000)))).toEqual([]);
  });

  it.each([
    ['a note', note],
    ['a message', message],
  ])('%s may be 1 to 10 files without a text', (_, add) => {
    expect(refusalsOf(add(open, ' ', 10))).toEqual([]);
    expect(refusalsOf(add(open, ' ', 11))).toEqual([['INVALID', ['input', 'uploadIds']]]);
    expect(refusalsOf(add(open, 'x'.repeat(10_001), 1))).toEqual([['INVALID', ['input', 'body']]]);
  });

  it('is refused once it is closed', () => {
    for (const result of [note(closed, 'x'), message(closed, 'x'), attachment(closed)]) {
      expect(refusalsOf(result)).toEqual([['OCCURRENCE_CLOSED', ['id']]]);
    }
  });
});

it('a delivery settles also after the closing', () => {
  const settled = { deliveryId: 'dlv_1', actionId: 'act_1', outcome: 'DELIVERED' } as const;
  expect(recordActionSettled(closed, settled)).toMatchObject({
    event: { kind: 'ACTION_SETTLED', ...settled },
    state: { version: 6, statusId: 'sta_pago' },
  });
});
