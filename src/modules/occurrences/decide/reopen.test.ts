import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../events.js';
import {
  closedState,
  made,
  refusalsOf,
  sampleState,
  sampleStatus,
  sampleType,
  t0,
  t2,
  withStatus,
} from '../samples.fixture.js';
import { decideReopen, type Reopen } from './reopen.js';

const reopen = (differences: Partial<Reopen> = {}) =>
  decideReopen({ state: closedState(), type: sampleType(), now: t2, roles: ['SUPERVISOR'], ...differences });

describe('reopening', () => {
  it('goes to the status that starts attendance, takes both dates back and keeps attendant and start', () => {
    const change = made(reopen());
    expect(change.event).toEqual({ kind: 'REOPENED', from: 'sta_pago', to: 'sta_em_analise' });
    expect(change.state).toEqual(
      closedState({
        statusId: 'sta_em_analise',
        lastShownStatusId: 'sta_em_analise',
        version: 6,
        updatedAt: t2,
        attendanceStartedAt: t0,
        resolvedAt: null,
        closedAt: null,
      }),
    );
    expect([change.before?.closed, change.after.closed]).toEqual([true, false]);
  });

  it('starts attendance where it never had', () => {
    const state = closedState({ attendanceStartedAt: null });
    expect(made(reopen({ state })).state.attendanceStartedAt).toEqual(t2);
  });

  it.each([
    ['there is none', { startsAttendance: false }],
    ['it is inactive', { active: false }],
  ])('goes to the default status where %s that starts attendance', (_, differences) => {
    const type = withStatus('em_analise', differences);
    expect(made(reopen({ type })).event).toMatchObject({ to: 'sta_solicitado' });
  });

  it('dates the resolution anew where the status to go to resolves', () => {
    const type = withStatus('em_analise', { resolves: true });
    expect(made(reopen({ type })).state.resolvedAt).toEqual(t2);
  });

  it('is the way out of a status that came to close while an occurrence was in it', () => {
    const state = sampleState({ statusId: 'sta_pendente' });
    const type = withStatus('pendente', { closes: true, nextStatusIds: null });
    expect(made(reopen({ state, type })).event).toEqual({
      kind: 'REOPENED',
      from: 'sta_pendente',
      to: 'sta_em_analise',
    });
  });

  it('is a system’s affair too, also where the type has no attendance', () => {
    const type = sampleType({ allowsAttendance: false });
    expect(made(reopen({ type, roles: ['INTEGRATION'] })).state.closedAt).toBeNull();
  });

  const reopened: EventPayload = { kind: 'REOPENED', from: 'sta_pago', to: 'sta_em_analise' };
  const selfService = sampleType({ statuses: [sampleStatus('pago', { isDefault: true, closes: true })] });

  it.each<[string, Partial<Reopen>, string, readonly string[]]>([
    ['of what is open', { state: sampleState() }, 'TRANSITION_NOT_ALLOWED', ['id']],
    ['by an attendant', { roles: ['ATTENDANT'] }, 'ROLE_NOT_ALLOWED', ['id']],
    ['where every status closes', { type: selfService }, 'TRANSITION_NOT_ALLOWED', ['id']],
    [
      'when it was reopened after the version that was expected',
      { state: sampleState({ version: 6 }), expected: { version: 5, laterEvents: [reopened] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
    [
      'when the version is out of range',
      { expected: { version: 6, laterEvents: [] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
  ])('is refused %s', (_, differences, code, path) => {
    expect(refusalsOf(reopen(differences))).toEqual([[code, path]]);
  });
});
