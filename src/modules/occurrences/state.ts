import type { Deadline } from './clocks/deadline.js';
import type { Sla } from './clocks/sla.js';
import type { ToldStates } from './clocks/told.js';
import type { OccurrenceType, RegulatoryKind, Status } from '../workflow/model.js';

export const channels = ['APP', 'WEB', 'ATTENDANT', 'PHONE', 'CHAT', 'API'] as const;
export type Channel = (typeof channels)[number];

export const slaStates = ['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET'] as const;
export type SlaState = (typeof slaStates)[number];

/** Why a request was denied, and by which contract clause or legal provision. */
export interface DenialBasis {
  readonly reason: string;
  readonly provision: string;
}

/** An occurrence as the decisions read it and leave it: plain values, no row. */
export interface OccurrenceState extends ToldStates {
  readonly id: string;
  readonly typeId: string;
  readonly statusId: string;
  /** The last status in which its beneficiary could see it; null: never yet. */
  readonly lastShownStatusId: string | null;
  /** How many events it has. */
  readonly version: number;
  readonly description: string;
  readonly channel: Channel;
  readonly requesterId: string;
  readonly beneficiaryId: string;
  readonly attendantId: string | null;
  readonly regulatoryKind: RegulatoryKind | null;
  readonly denialBasis: DenialBasis | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly attendanceStartedAt: Date | null;
  readonly resolvedAt: Date | null;
  /** When a conclusive status was first entered: the regulator has its answer since. */
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  /** The operator's own deadline; null: the type had none. */
  readonly sla: Sla | null;
  /** The regulator's; null: no answer is demanded. */
  readonly regulatoryAnswer: Deadline | null;
}

/** What can change about an occurrence that a stream's filter, or a beneficiary's sight, depends on; JSON as it is stored. */
export interface StreamFacets {
  readonly statusId: string;
  readonly attendantId: string | null;
  readonly closed: boolean;
  /** Whether the status, as it was configured then, is in the beneficiary's history. */
  readonly shown: boolean;
  readonly lastShownStatusId: string | null;
  readonly slaState: SlaState | null;
  readonly regulatoryState: SlaState | null;
}

export const isClosed = (state: OccurrenceState): boolean => state.closedAt !== null;

/** The facets of a state that is in `status`. */
export const facetsOf = (state: OccurrenceState, status: Status): StreamFacets => ({
  statusId: state.statusId,
  attendantId: state.attendantId,
  closed: isClosed(state),
  shown: status.showInHistory,
  lastShownStatusId: state.lastShownStatusId,
  slaState: state.slaState,
  regulatoryState: state.regulatoryState,
});

/** The status that the occurrence is in. The database refuses one of another type, so a miss is a surprise. */
export function statusOf(state: OccurrenceState, type: OccurrenceType): Status {
  const status = type.statuses.find(({ id }) => id === state.statusId);
  if (!status) throw new Error(`Type ${type.id} has no status ${state.statusId}`);
  return status;
}
