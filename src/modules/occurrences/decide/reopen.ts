import type { Role } from '../../../platform/auth/roles.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import { isClosed, statusOf } from '../state.js';
import { barrier, type Expectation, idPath } from './barrier.js';
import { entering } from './entering.js';
import { moveAspects } from './move.js';
import { type Change, change, type Situation } from './outcome.js';

export interface Reopen extends Situation {
  readonly roles: readonly Role[];
  readonly expected?: Expectation | null | undefined;
}

/** The way back from a closing status, to the one that starts attendance, else the default one. The attendant keeps it. */
export function decideReopen(reopen: Reopen): Result<Change> {
  const { state, type, roles, now } = reopen;
  const stopped = barrier({ state, expected: reopen.expected, aspects: moveAspects });
  if (stopped && stopped.code !== 'OCCURRENCE_CLOSED') return refusal(stopped);
  const from = statusOf(state, type);
  // A status that came to close while it was in it leads nowhere either, and this is the one way out.
  if (!isClosed(state) && !from.closes) {
    return refusal(problem('TRANSITION_NOT_ALLOWED', 'It is not closed, so there is nothing to reopen.', idPath));
  }
  if (!roles.includes('SUPERVISOR') && !roles.includes('INTEGRATION')) {
    return refusal(problem('ROLE_NOT_ALLOWED', 'A supervisor or a system reopens.', idPath));
  }
  const target = statusToReopenIn(type);
  if (!target) {
    return refusal(problem('TRANSITION_NOT_ALLOWED', 'The type has no open status to reopen to.', idPath));
  }
  return success(
    change(
      reopen,
      { kind: 'REOPENED', from: from.id, to: target.id },
      entering({ ...state, resolvedAt: null }, target, now),
    ),
  );
}

const statusToReopenIn = ({ statuses }: OccurrenceType): Status | undefined => {
  const open = statuses.filter(({ active, closes }) => active && !closes);
  return open.find(({ startsAttendance }) => startsAttendance) ?? open.find(({ isDefault }) => isDefault);
};
