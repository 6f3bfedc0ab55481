import { describe, expect, it } from 'vitest';
import { milestonesOf } from './milestones.js';

const [earlier, now] = [new Date('2026-11-23T12:00:00Z'), new Date('2026-11-24T12:00:00Z')];
type Marks = Parameters<typeof milestonesOf>[0]['occurrence'];
type EventKind = Parameters<typeof milestonesOf>[0]['event']['kind'];

const marks = (set: Partial<Marks> = {}): Marks => ({
  attendanceStartedAt: null,
  resolvedAt: null,
  closedAt: null,
  ...set,
});
const reached = (kind: EventKind, before: Marks | null, occurrence: Marks): string[] =>
  milestonesOf({ event: { kind }, before, occurrence }).map((one) => `${one.kind}${one.timed ? ' timed' : ''}`);

describe('what reports count of a change', () => {
  it('is the opening, of what has just been created', () => {
    expect(reached('CREATED', null, marks())).toEqual(['OPENED']);
  });

  it('is all that a self-service reaches with its opening', () => {
    expect(reached('CREATED', null, marks({ resolvedAt: now, closedAt: now }))).toEqual([
      'OPENED',
      'RESOLVED timed',
      'CLOSED',
    ]);
  });

  it('is the first attendance, and no second one', () => {
    const attended = marks({ attendanceStartedAt: earlier });
    expect(reached('ASSIGNED', marks(), attended)).toEqual(['ATTENDED timed']);
    expect(reached('ASSIGNED', attended, attended)).toEqual([]);
  });

  it('is a resolution, and not the step from one resolving status to another', () => {
    const resolved = marks({ resolvedAt: earlier });
    expect(reached('STATUS_CHANGED', marks(), resolved)).toEqual(['RESOLVED timed']);
    expect(reached('STATUS_CHANGED', resolved, marks({ resolvedAt: now }))).toEqual([]);
  });

  it('is a closing without a resolution', () => {
    expect(reached('STATUS_CHANGED', marks(), marks({ closedAt: now }))).toEqual(['CLOSED']);
  });

  it('is every reopening, and the resolution that it leads to at once, though it was resolved before', () => {
    const closed = marks({ resolvedAt: earlier, closedAt: earlier });
    expect(reached('REOPENED', closed, marks())).toEqual(['REOPENED']);
    expect(reached('REOPENED', closed, marks({ resolvedAt: now }))).toEqual(['RESOLVED timed', 'REOPENED']);
  });

  it('is nothing of what moves nobody on', () => {
    const attended = marks({ attendanceStartedAt: earlier });
    expect(reached('NOTE_ADDED', attended, attended)).toEqual([]);
  });
});
