import { plainRow } from '../../platform/database/plain-row.js';
import { nextDueAt } from './clocks/run-clocks.js';
import { nextChangeAt } from './clocks/told.js';
import type { OccurrenceRow } from './occurrence.entity.js';
import type { OccurrenceState } from './state.js';

/** A row as the decisions read it. */
export function stateOf(row: OccurrenceRow): OccurrenceState {
  const { denialReason, denialProvision, ...plain } = plainRow(row);
  return {
    id: plain.id,
    typeId: plain.typeId,
    statusId: plain.statusId,
    lastShownStatusId: plain.lastShownStatusId,
    version: plain.version,
    description: plain.description,
    channel: plain.channel,
    requesterId: plain.requesterId,
    beneficiaryId: plain.beneficiaryId,
    attendantId: plain.attendantId,
    regulatoryKind: plain.regulatoryKind,
    denialBasis:
      denialReason === null || denialProvision === null ? null : { reason: denialReason, provision: denialProvision },
    createdAt: plain.createdAt,
    updatedAt: plain.updatedAt,
    attendanceStartedAt: plain.attendanceStartedAt,
    resolvedAt: plain.resolvedAt,
    answeredAt: plain.answeredAt,
    closedAt: plain.closedAt,
    sla: plain.sla,
    regulatoryAnswer: plain.regulatoryAnswer,
    slaState: plain.slaState,
    regulatoryState: plain.regulatoryState,
  };
}

/** The columns that a state is kept in. */
export const columnsOf = ({ denialBasis, ...state }: OccurrenceState) => ({
  ...state,
  nextDueAt: nextDueAt(state),
  stateChangesAt: nextChangeAt(state),
  denialReason: denialBasis?.reason ?? null,
  denialProvision: denialBasis?.provision ?? null,
});
