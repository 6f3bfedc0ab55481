import { problem, type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { Calendars } from '../../calendar/index.js';
import type { OccurrenceType } from '../../workflow/model.js';
import { type Channel, isClosed, type OccurrenceState, statusOf } from '../state.js';
import { idPath } from './barrier.js';
import { decideCreate } from './create.js';
import { type Change, change, type Situation } from './outcome.js';
import { limits, requiredTextProblems } from './text.js';

export interface RequestReanalysis extends Situation {
  /** Of the occurrence that is opened for it. */
  readonly reanalysisId: string;
  /** Its type; undefined: the operator has none for it. */
  readonly reanalysisType: OccurrenceType | undefined;
  /** Whether the occurrence is a re-analysis itself. */
  readonly isReanalysis: boolean;
  readonly reason: string;
  readonly channel: Channel;
  readonly requesterId: string;
  readonly calendars: Calendars;
}

export interface Reanalysis {
  /** The ombudsman's occurrence, with the regulator's clock from now on. */
  readonly opened: Change;
  /**
   * What the denied one's history tells. Closed or not: nothing of it changes, so this is no exception to a closed
   * occurrence taking nothing, but what became of its denial.
   */
  readonly told: Change;
}

/** Whether there is a denial to look at again: its basis was given, and it is the answer that stands. */
export const isDenied = (state: OccurrenceState, type: OccurrenceType): boolean =>
  state.denialBasis !== null && (isClosed(state) || statusOf(state, type).conclusive);

/** The re-analysis of a denial by the ombudsman (art. 16 of RN 623/2024): an occurrence of its own, linked to the denied one. */
export function decideReanalysis(request: RequestReanalysis): Result<Reanalysis> {
  const { state, type, now, reanalysisId: id, reanalysisType, reason, ...rest } = request;
  const hindrance = hindranceOf(request);
  if (hindrance || !reanalysisType) return refusal(hindrance ?? notAvailable('There is no type to open it of.'));
  const problems = requiredTextProblems(reason, limits.description, ['input', 'reason']);
  const { channel, requesterId, calendars } = rest;
  const opened = decideCreate({
    id,
    type: reanalysisType,
    channel,
    // What is wrong with it has been told by its own name.
    description: problems.length > 0 ? '…' : reason,
    requesterId,
    beneficiaryId: state.beneficiaryId,
    regulatoryKind: 'OMBUDSMAN_REANALYSIS',
    intakeEntryId: null,
    reanalysisOf: state.id,
    calendars,
    now,
  });
  if (!opened.ok) return refusal(...problems, ...opened.problems);
  if (problems.length > 0) return refusal(...problems);
  const told = change({ state, type, now }, { kind: 'REANALYSIS_REQUESTED', reanalysisId: id });
  return success({ opened: opened.value, told });
}

const notAvailable = (message: string): Problem => problem('NOT_AVAILABLE', message, idPath);

function hindranceOf({ state, type, isReanalysis }: RequestReanalysis): Problem | null {
  if (isReanalysis) return notAvailable('What the ombudsman denies is not theirs to look at again.');
  return isDenied(state, type) ? null : problem('INVALID', 'It is not denied.', idPath);
}
