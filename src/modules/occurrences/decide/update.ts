import { type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { RegulatoryKind } from '../../workflow/model.js';
import type { Calendar } from '../../calendar/index.js';
import { regulatoryAnswer } from '../clocks/regulatory-answer.js';
import type { Aspect } from '../conflict.js';
import type { Updated } from '../events.js';
import { barrier, type Expectation } from './barrier.js';
import { change, type Outcome, type Situation, unchanged } from './outcome.js';
import { isBlank, limits, requiredTextProblems, textProblems } from './text.js';

export interface Update extends Situation {
  /** undefined leaves it as it is; it cannot be cleared. */
  readonly description?: string | null | undefined;
  /** undefined leaves it as it is; null: no regulatory clock. */
  readonly regulatoryKind?: RegulatoryKind | null | undefined;
  /** Whoever names a regulatory kind says why. */
  /** By which the answer's deadline is counted: the one that it was counted by before, if it was. */
  readonly calendar: Calendar;
  readonly reason?: string | null | undefined;
  readonly expected?: Expectation | null | undefined;
}

/** Corrects what describes an occurrence; moves no status. */
export function decideUpdate(update: Update): Result<Outcome> {
  const { state } = update;
  const event = eventOf(update);
  const settled = !event.description && !event.regulatoryKind;
  const stopped = barrier({ state, expected: update.expected, aspects: aspectsOf(update), settled });
  if (stopped) return refusal(stopped);
  const problems = updateProblems(update);
  if (problems.length > 0) return refusal(...problems);
  if (settled) return success(unchanged(state));
  return success(
    change(update, event, {
      ...(event.description && { description: event.description.after }),
      ...(event.regulatoryKind && { ...answerOf(update, event.regulatoryKind.after) }),
    }),
  );
}

/** Whatever it becomes, it counts from the request. */
const answerOf = ({ state, calendar }: Update, regulatoryKind: RegulatoryKind | null) => ({
  regulatoryKind,
  regulatoryAnswer: regulatoryAnswer(regulatoryKind, calendar, state.createdAt),
});

const eventOf = ({ state, description, regulatoryKind, reason }: Update): Updated => ({
  kind: 'UPDATED',
  ...(description !== undefined &&
    description !== state.description && { description: { before: state.description, after: description ?? '' } }),
  ...(regulatoryKind !== undefined &&
    regulatoryKind !== state.regulatoryKind && {
      regulatoryKind: { before: state.regulatoryKind, after: regulatoryKind },
    }),
  reason: isBlank(reason) ? null : reason,
});

const aspectsOf = ({ description, regulatoryKind }: Update): Aspect[] => [
  ...(description === undefined ? [] : (['description'] as const)),
  ...(regulatoryKind === undefined ? [] : (['regulatoryKind'] as const)),
];

function updateProblems({ description, regulatoryKind, reason }: Update): Problem[] {
  const reasonPath = ['input', 'reason'];
  return [
    ...(description === undefined
      ? []
      : requiredTextProblems(description, limits.description, ['input', 'description'])),
    ...(regulatoryKind === undefined
      ? textProblems(reason ?? '', limits.updateReason, reasonPath)
      : requiredTextProblems(reason, limits.updateReason, reasonPath)),
  ];
}
