import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import { barrier, type Expectation } from './barrier.js';
import { moveAspects } from './move.js';
import { change, type Outcome, type Situation, unchanged } from './outcome.js';

export interface Assign extends Situation {
  /** null: back to the queue; undefined: there is no such attendant. */
  readonly attendantId: string | null | undefined;
  readonly expected?: Expectation | null | undefined;
}

/** Gives it to an attendant, whoever has it, or back to the queue. Who may give it to whom is the policy's. */
export function decideAssign(assign: Assign): Result<Outcome> {
  const { state, attendantId } = assign;
  const settled = state.attendantId === attendantId;
  const stopped = barrier({ state, expected: assign.expected, aspects: moveAspects, settled });
  if (stopped) return refusal(stopped);
  if (attendantId === undefined) {
    return refusal(problem('NOT_FOUND', 'There is no such attendant.', ['input', 'attendantId']));
  }
  if (settled) return success(unchanged(state));
  return success(
    change(
      assign,
      { kind: 'ASSIGNED', from: state.attendantId, to: attendantId, attendanceStarted: false },
      { attendantId },
    ),
  );
}
