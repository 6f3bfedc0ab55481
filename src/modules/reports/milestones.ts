import type { Recorded } from '../occurrences/index.js';

export type MilestoneKind = 'OPENED' | 'ATTENDED' | 'RESOLVED' | 'CLOSED' | 'REOPENED';

/** What reports count of a change, and whether the time since the opening is told by it. */
export interface Milestone {
  readonly kind: MilestoneKind;
  readonly timed: boolean;
}

type Marks = Pick<Recorded['occurrence'], 'attendanceStartedAt' | 'resolvedAt' | 'closedAt'>;

interface Moment {
  readonly event: Pick<Recorded['event'], 'kind'>;
  /** null: it has just been created. */
  readonly before: Marks | null;
  readonly occurrence: Marks;
}

/** Several may be reached by one change: what closes often resolves, and a self-service is opened and closed at once. */
export function milestonesOf({ event, before, occurrence }: Moment): Milestone[] {
  const reopened = event.kind === 'REOPENED';
  const reached = (mark: keyof Marks): boolean => occurrence[mark] !== null && (before?.[mark] ?? null) === null;
  const resolved = reopened ? occurrence.resolvedAt !== null : reached('resolvedAt');
  const milestones: [MilestoneKind, boolean, boolean][] = [
    ['OPENED', before === null, false],
    ['ATTENDED', reached('attendanceStartedAt'), true],
    ['RESOLVED', resolved, true],
    ['CLOSED', reached('closedAt'), false],
    ['REOPENED', reopened, false],
  ];
  return milestones.flatMap(([kind, happened, timed]) => (happened ? [{ kind, timed }] : []));
}
