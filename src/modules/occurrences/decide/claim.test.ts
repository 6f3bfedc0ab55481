import { describe, expect, it } from 'vitest';
import { entriesIn, made, sampleState, sampleType } from '../samples.fixture.js';
import type { OccurrenceState } from '../state.js';
import { decideClaim } from './claim.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const type = sampleType();
const start = type.statuses.find(({ startsAttendance }) => startsAttendance)!;
const claim = (differences: Partial<OccurrenceState> = {}, of = type) =>
  decideClaim({
    state: sampleState(differences),
    type: of,
    now,
    attendantId: 'stf_carla',
    roles: ['ATTENDANT'],
    entries: entriesIn(),
    genericTerms: [],
  });

describe('what is taken out of the queue', () => {
  it('is assigned and attended in one event', () => {
    const { event, state } = made(claim());
    expect(event).toMatchObject({ kind: 'STATUS_CHANGED', to: start.id, assignedTo: 'stf_carla' });
    expect(state).toMatchObject({ attendantId: 'stf_carla', statusId: start.id, attendanceStartedAt: now, version: 2 });
  });

  it('is attended again where that had started before, and keeps when it did', () => {
    const before = new Date('2026-11-24T11:00:00.000Z');
    const { state } = made(claim({ attendanceStartedAt: before }));
    expect(state).toMatchObject({ attendantId: 'stf_carla', statusId: start.id, attendanceStartedAt: before });
  });

  it('is only assigned where it is attended by its status already', () => {
    const { event } = made(claim({ statusId: start.id, attendanceStartedAt: now }));
    expect(event).toEqual({ kind: 'ASSIGNED', from: null, to: 'stf_carla', attendanceStarted: false });
  });

  it('is nobody else’s, and of a type that is attended', () => {
    const codes = (result: ReturnType<typeof claim>) => (result.ok ? [] : result.problems.map(({ code }) => code));
    expect(codes(claim({ attendantId: 'stf_davi' }))).toEqual(['CONFLICT']);
    expect(codes(claim({ attendantId: 'stf_carla' }))).toEqual(['CONFLICT']);
    expect(codes(claim({}, sampleType({ allowsAttendance: false })))).toEqual(['ATTENDANCE_NOT_ALLOWED']);
    expect(codes(claim({ closedAt: now }))).toEqual(['OCCURRENCE_CLOSED']);
  });
});
