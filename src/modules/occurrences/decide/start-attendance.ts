import type { Role } from '../../../platform/auth/roles.js';
import { refusal, type Result, success } from '../../../shared/problem.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import type { OccurrenceState } from '../state.js';
import { barrier, conflict, type Expectation, idPath } from './barrier.js';
import { decideMove, moveAspects, type MovePaths } from './move.js';
import { attendanceNotAllowed } from './mover.js';
import { change, type Outcome, type Situation, unchanged } from './outcome.js';
import type { EntryCounts } from './required-tabs.js';

// Neither status nor comment is an argument of starting: whatever stands in the way is the occurrence's.
const startPaths: MovePaths = { status: idPath, comment: idPath, denialBasis: idPath };

export interface StartAttendance extends Situation {
  readonly attendantId: string;
  readonly roles: readonly Role[];
  readonly entries: EntryCounts;
  readonly genericTerms: readonly string[];
  readonly expected?: Expectation | null | undefined;
}

/** Assigns the caller, and moves where attendance never started and the type has a status for it. */
export function decideStartAttendance(start: StartAttendance): Result<Outcome> {
  const { state, type, attendantId, roles, entries, genericTerms, now } = start;
  const settled = type.allowsAttendance && state.attendantId === attendantId && state.attendanceStartedAt !== null;
  const stopped = barrier({ state, expected: start.expected, aspects: moveAspects, settled });
  if (stopped) return refusal(stopped);
  if (!type.allowsAttendance) return refusal(attendanceNotAllowed());
  if (state.attendantId !== null && state.attendantId !== attendantId) {
    return refusal(conflict(state, 'Another attendant has taken it.', idPath));
  }
  if (settled) return success(unchanged(state));

  const target = statusToStartIn(state, type);
  if (target) {
    const move = { state, type, now, target, roles, entries, genericTerms };
    return decideMove({ ...move, assignTo: attendantId, paths: startPaths });
  }
  return success(
    change(
      start,
      {
        kind: 'ASSIGNED',
        from: state.attendantId,
        to: attendantId,
        attendanceStarted: state.attendanceStartedAt === null,
      },
      { attendantId, attendanceStartedAt: state.attendanceStartedAt ?? now },
    ),
  );
}

const statusToStartIn = (state: OccurrenceState, type: OccurrenceType): Status | undefined =>
  state.attendanceStartedAt === null
    ? type.statuses.find((status) => status.active && status.startsAttendance && status.id !== state.statusId)
    : undefined;
