import type { Role } from '../../../platform/auth/roles.js';
import { problem, type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { Aspect } from '../conflict.js';
import { concludesNothing } from '../../answers/index.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import { effectiveNextStatuses } from '../../workflow/transition.js';
import { statusOf } from '../state.js';
import { barrier, type Expectation } from './barrier.js';
import { denialBasisAfter, entering } from './entering.js';
import { moverProblems } from './mover.js';
import { type Change, change, type Situation } from './outcome.js';
import { commentOf, denialBasisOf, type Remark, type RemarkPaths, remarkProblems } from './remark.js';
import { type EntryCounts, incompleteTabsFor } from './required-tabs.js';

export interface MovePaths extends RemarkPaths {
  readonly status: readonly string[];
}

/** Where `occurrenceChangeStatus` takes them from; `status` is ["input", "statusId"] for a caller who named it so. */
export const movePaths: MovePaths = {
  status: ['input', 'statusKey'],
  comment: ['input', 'comment'],
  denialBasis: ['input', 'denialBasis'],
};

export const moveAspects: readonly Aspect[] = ['status', 'assignment'];

export interface Move extends Situation, Remark {
  /** undefined: there is none of that name. */
  readonly target: Status | undefined;
  readonly roles: readonly Role[];
  readonly entries: EntryCounts;
  readonly expected?: Expectation | null | undefined;
  /** The attendant who takes it by the same change. */
  readonly assignTo?: string;
  readonly paths?: MovePaths;
  /** What concludes nothing, in the operator's words. */
  readonly genericTerms: readonly string[];
}

/** The one door to another status, but for reopening. */
export function decideMove(move: Move): Result<Change> {
  const { state, type, target, now, paths = movePaths } = move;
  const stopped = barrier({ state, expected: move.expected, aspects: moveAspects });
  if (stopped) return refusal(stopped);
  if (!target || target.typeId !== type.id) {
    return refusal(problem('NOT_FOUND', 'The type has no such status.', paths.status));
  }
  const from = statusOf(state, type);
  const unreachable = reachProblem(type, from, target, paths);
  if (unreachable) return refusal(unreachable);
  const problems = [
    ...moverProblems(move.roles, type, target, paths.status),
    ...answerProblems(move, target, paths),
    ...remarkProblems(move, target, paths, move.genericTerms),
    ...tabProblems(move, target, paths),
  ];
  if (problems.length > 0) return refusal(...problems);

  const denialBasis = denialBasisOf(move);
  const attendantId = move.assignTo ?? state.attendantId;
  return success(
    change(
      move,
      {
        kind: 'STATUS_CHANGED',
        from: from.id,
        to: target.id,
        comment: commentOf(move),
        denialBasis,
        assignedTo: attendantId === state.attendantId ? null : attendantId,
      },
      {
        ...entering(state, target, now),
        denialBasis: denialBasisAfter(state.denialBasis, denialBasis, from, target),
        attendantId,
      },
    ),
  );
}

/** Where there is no way, what else is missing would mend nothing: this problem comes alone. */
function reachProblem(type: OccurrenceType, from: Status, to: Status, paths: MovePaths): Problem | null {
  if (!to.active) return problem('STATUS_INACTIVE', `Status "${to.key}" takes no part any more.`, paths.status);
  const next = effectiveNextStatuses(type, from);
  if (next.some(({ id }) => id === to.id)) return null;
  return {
    ...problem('TRANSITION_NOT_ALLOWED', `"${to.key}" cannot be reached from "${from.key}".`, paths.status),
    details: { from: from.key, to: to.key, allowed: next.map(({ key }) => key) },
  };
}

/** The configuration is refused so, but what was saved before it was is not sound by that. */
const answerProblems = ({ genericTerms }: Move, to: Status, paths: MovePaths): Problem[] =>
  to.conclusive && concludesNothing(to.externalDescription, genericTerms)
    ? [problem('GENERIC_ANSWER', `Status "${to.key}" is conclusive, and its text concludes nothing.`, paths.status)]
    : [];

const tabProblems = ({ type, entries }: Move, to: Status, paths: MovePaths): Problem[] =>
  incompleteTabsFor(type, to, entries).map((tab) => ({
    ...problem('TAB_INCOMPLETE', `Tab "${tab.name}" needs an entry before "${to.key}".`, paths.status),
    details: { tabId: tab.id, tabKey: tab.key },
  }));
