import { refusal, type Result } from '../../../shared/problem.js';
import { conflict, idPath } from './barrier.js';
import { decideMove, movePaths } from './move.js';
import type { Change } from './outcome.js';
import { decideStartAttendance, type StartAttendance } from './start-attendance.js';

const paths = { ...movePaths, status: idPath, comment: idPath, denialBasis: idPath };

/** Takes one out of the queue: as starting does, and back to attendance also where that had started before. */
export function decideClaim(claim: StartAttendance): Result<Change> {
  const { state, type, attendantId } = claim;
  if (state.attendantId !== null) return refusal(conflict(state, 'Another attendant has taken it.', idPath));
  const target = type.statuses.find(({ active, startsAttendance }) => active && startsAttendance);
  if (type.allowsAttendance && target && target.id !== state.statusId) {
    return decideMove({ ...claim, target, assignTo: attendantId, paths });
  }
  const started = decideStartAttendance(claim);
  if (!started.ok) return started;
  if (!started.value.changed) throw new Error(`Occurrence ${state.id} is nobody's and yet attended`);
  return { ok: true, value: started.value };
}
