import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../events.js';
import {
  closedState,
  entriesIn,
  made,
  refusalsOf,
  sampleState,
  sampleType,
  t0,
  t1,
  withStatus,
} from '../samples.fixture.js';
import { decideStartAttendance, type StartAttendance } from './start-attendance.js';

const start = (differences: Partial<StartAttendance> = {}) =>
  decideStartAttendance({
    state: sampleState(),
    type: sampleType(),
    now: t1,
    attendantId: 'att_carla',
    roles: ['ATTENDANT'],
    entries: entriesIn(),
    genericTerms: [],
    ...differences,
  });

const started = sampleState({
  statusId: 'sta_pendente',
  version: 3,
  attendantId: 'att_carla',
  attendanceStartedAt: t0,
});
const taken: EventPayload = { kind: 'ASSIGNED', from: null, to: 'att_carla', attendanceStarted: false };

describe('starting attendance', () => {
  it('assigns the caller and moves to the status for it, in one event', () => {
    const outcome = made(start());
    expect(outcome).toMatchObject({
      changed: true,
      event: {
        kind: 'STATUS_CHANGED',
        from: 'sta_solicitado',
        to: 'sta_em_analise',
        comment: null,
        denialBasis: null,
        assignedTo: 'att_carla',
      },
      before: { attendantId: null },
      after: { attendantId: 'att_carla', statusId: 'sta_em_analise' },
    });
    expect(outcome.state).toMatchObject({ version: 2, attendantId: 'att_carla', attendanceStartedAt: t1 });
  });

  it('moves one that a supervisor has assigned to the caller, whose assignment stays', () => {
    const outcome = made(start({ state: sampleState({ version: 2, attendantId: 'att_carla' }) }));
    expect(outcome).toMatchObject({ event: { kind: 'STATUS_CHANGED', assignedTo: null }, state: { version: 3 } });
  });

  it('assigns alone where attendance started before', () => {
    const outcome = made(start({ state: { ...started, attendantId: null } }));
    expect(outcome).toMatchObject({
      event: { kind: 'ASSIGNED', from: null, to: 'att_carla', attendanceStarted: false },
      state: { statusId: 'sta_pendente', attendantId: 'att_carla', attendanceStartedAt: t0, version: 4 },
    });
  });

  it.each([
    ['the type has no status for it', withStatus('em_analise', { startsAttendance: false }), 'sta_solicitado'],
    ['the status for it is inactive', withStatus('em_analise', { active: false }), 'sta_solicitado'],
    ['it is in that status already', sampleType(), 'sta_em_analise'],
  ])('assigns and dates the start where %s', (_, type, statusId) => {
    expect(made(start({ type, state: sampleState({ statusId }) }))).toMatchObject({
      event: { kind: 'ASSIGNED', from: null, to: 'att_carla', attendanceStarted: true },
      state: { statusId, attendanceStartedAt: t1 },
    });
  });

  it('repeated by the same attendant succeeds and changes nothing, whatever version they had seen', () => {
    const expected = { version: 2, laterEvents: [taken] };
    expect(start({ state: started, expected })).toEqual({ ok: true, value: { changed: false, state: started } });
  });

  it.each<[string, Partial<StartAttendance>, string, readonly string[]]>([
    ['of a closed occurrence', { state: closedState() }, 'OCCURRENCE_CLOSED', ['id']],
    [
      'of a closed occurrence that another attendant has',
      { state: closedState({ attendantId: 'att_davi' }) },
      'OCCURRENCE_CLOSED',
      ['id'],
    ],
    [
      'where the type has no attendance',
      { type: sampleType({ allowsAttendance: false }) },
      'ATTENDANCE_NOT_ALLOWED',
      ['id'],
    ],
    ['of what another has taken', { state: sampleState({ attendantId: 'att_davi' }) }, 'CONFLICT', ['id']],
    [
      'when it was assigned after the version that was expected',
      { state: sampleState({ version: 2 }), expected: { version: 1, laterEvents: [taken] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
    [
      'when the version is out of range',
      { expected: { version: 9, laterEvents: [] } },
      'CONFLICT',
      ['input', 'expectedVersion'],
    ],
    [
      'for a role that may not enter the status',
      { type: withStatus('em_analise', { allowedRoles: ['SUPERVISOR'] }) },
      'ROLE_NOT_ALLOWED',
      ['id'],
    ],
    [
      'from where the status cannot be reached',
      { type: withStatus('solicitado', { nextStatusIds: ['sta_cancelado'] }) },
      'TRANSITION_NOT_ALLOWED',
      ['id'],
    ],
    [
      'where the status needs a comment, which starting cannot give',
      { type: withStatus('em_analise', { requiresComment: true }) },
      'COMMENT_REQUIRED',
      ['id'],
    ],
    [
      'before a tab that the status needs is filled in',
      {
        type: sampleType({
          tabs: sampleType().tabs.map((tab) => ({
            ...tab,
            requiredForStatusIds: tab.key === 'dados' ? ['sta_em_analise'] : [],
          })),
        }),
      },
      'TAB_INCOMPLETE',
      ['id'],
    ],
  ])('is refused %s', (_, differences, code, path) => {
    expect(refusalsOf(start(differences))).toEqual([[code, path]]);
  });
});
