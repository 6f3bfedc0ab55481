import { problem, type Problem, refusal, type Result, success } from '../../../shared/problem.js';
import type { OccurrenceType, RegulatoryKind, Status, Tab } from '../../workflow/model.js';
import type { Calendars } from '../../calendar/index.js';
import { startClocks } from '../clocks/run-clocks.js';
import { statesAt } from '../clocks/told.js';
import { type Channel, facetsOf, type OccurrenceState } from '../state.js';
import { entering, unmarked } from './entering.js';
import type { Change } from './outcome.js';
import { limits, requiredTextProblems } from './text.js';

export interface Create {
  readonly id: string;
  readonly type: OccurrenceType;
  readonly channel: Channel;
  readonly description: string;
  readonly requesterId: string;
  readonly beneficiaryId: string;
  /** Where it differs from the type's. */
  readonly regulatoryKind?: RegulatoryKind | null | undefined;
  /** The id of the entry that the intake becomes; null: there is no intake, or no tab for it (see `intakeTabOf`). */
  readonly intakeEntryId: string | null;
  /** The denied occurrence that it is the re-analysis of. */
  readonly reanalysisOf?: string;
  /** Whom its team gives it to: attendance does not start by that. */
  readonly attendantId?: string | null;
  /** By which its deadlines are counted. */
  readonly calendars: Calendars;
  readonly now: Date;
  /** Of the type, as the caller named it: by typeId, typeKey or featureKey. */
  readonly typePath?: readonly string[];
}

/** A new occurrence in its type's default status, which may resolve or close it at once (self-service). */
export function decideCreate(create: Create): Result<Change> {
  const { type, now, channel, attendantId = null } = create;
  const problems = createProblems(create);
  if (problems.length > 0) return refusal(...problems);
  const status = defaultStatusOf(type);
  const unclocked = {
    id: create.id,
    typeId: type.id,
    version: 1,
    description: create.description,
    channel,
    requesterId: create.requesterId,
    beneficiaryId: create.beneficiaryId,
    attendantId,
    regulatoryKind: create.regulatoryKind ?? type.regulatoryKind,
    denialBasis: null,
    createdAt: now,
    updatedAt: now,
    ...entering(unmarked, status, now),
  };
  const clocked = { ...unclocked, ...startClocks(unclocked, type, status, create.calendars) };
  const state: OccurrenceState = { ...clocked, ...statesAt(clocked, now) };
  const tab = create.intakeEntryId === null ? undefined : intakeTabOf(type);
  return success({
    changed: true,
    event: {
      kind: 'CREATED',
      statusId: status.id,
      channel,
      intakeEntry: tab && create.intakeEntryId !== null ? { entryId: create.intakeEntryId, tabId: tab.id } : null,
      ...(attendantId !== null && { assignedTo: attendantId }),
      ...(create.reanalysisOf !== undefined && { reanalysisOf: create.reanalysisOf }),
    },
    state,
    before: null,
    after: facetsOf(state, status),
  });
}

/** The first active tab of the form that opens an occurrence: the intake is its first entry. */
export const intakeTabOf = ({ intakeFormId, tabs }: OccurrenceType): Tab | undefined =>
  tabs.find((tab) => tab.active && tab.content === 'FORM' && tab.formId !== null && tab.formId === intakeFormId);

function createProblems({ type, channel, description, typePath = ['input', 'typeKey'] }: Create): Problem[] {
  if (!type.active) return [problem('INVALID', `Type "${type.key}" takes no part any more.`, typePath)];
  return [
    ...((type.viewMode === 'CHAT') === (channel === 'CHAT')
      ? []
      : [
          problem('VIEW_MODE_MISMATCH', 'A chat is opened by the channel CHAT, and nothing else is.', [
            'input',
            'channel',
          ]),
        ]),
    ...requiredTextProblems(description, limits.description, ['input', 'description']),
  ];
}

function defaultStatusOf(type: OccurrenceType): Status {
  const status = type.statuses.find(({ active, isDefault }) => active && isDefault);
  // Configuration is refused without one, so a miss is a surprise.
  if (!status) throw new Error(`Type ${type.id} has no active default status`);
  return status;
}
