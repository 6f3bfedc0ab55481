import type { EventPayload } from './events.js';
import type { StreamFacets } from './state.js';
import { type StreamKind, streamKind } from './stream-kind.js';

/** An event between the facets that are stored with it. */
export interface FacetedEvent {
  readonly payload: EventPayload;
  /** null: it did not exist yet. */
  readonly before: StreamFacets | null;
  readonly after: StreamFacets;
  /** Whether the beneficiary who looks did it. */
  readonly own: boolean;
}

/** What the event is to a beneficiary whose occurrence it concerns. */
export function beneficiaryView({ payload, before, after, own }: FacetedEvent): StreamKind | 'HIDDEN' {
  const kind = streamKind(before?.shown ?? false, after.shown);
  if (kind === null) return 'HIDDEN';
  return kind === 'UPDATED' && !isForBeneficiary(payload, own) ? 'HIDDEN' : kind;
}

/** Whether it is in the history that a beneficiary reads: an event into a hidden status is not. */
export function inBeneficiaryHistory(event: FacetedEvent): boolean {
  const view = beneficiaryView(event);
  return view === 'ENTERED' || view === 'UPDATED';
}

/**
 * The status that a beneficiary is told the occurrence came from: the last one shown to them, never a hidden one. Where
 * none was shown before, it is the status entered, which says nothing that they may not know. null: no status was entered from another.
 */
export function fromShownToBeneficiary({ payload, before }: Pick<FacetedEvent, 'payload' | 'before'>): string | null {
  if (payload.kind !== 'STATUS_CHANGED' && payload.kind !== 'REOPENED') return null;
  return before?.lastShownStatusId ?? payload.to;
}

function isForBeneficiary(payload: EventPayload, own: boolean): boolean {
  switch (payload.kind) {
    case 'CREATED':
    case 'STATUS_CHANGED':
    case 'REOPENED':
    case 'UPDATED':
    case 'MESSAGE_POSTED':
    case 'MESSAGE_EDITED':
    case 'MESSAGE_WITHDRAWN':
    case 'MESSAGES_READ':
    case 'REANALYSIS_REQUESTED':
      return true;
    case 'NOTE_ADDED':
      return payload.visibility === 'PUBLIC';
    case 'TAB_ENTRY_SAVED':
      return payload.visibleToBeneficiary;
    case 'ATTACHMENT_ADDED':
      return payload.visibleToBeneficiary || own;
    case 'SLA_STATE_CHANGED':
      return payload.clock === 'REGULATORY';
    case 'ASSIGNED':
    case 'ACTION_SETTLED':
      return false;
  }
}
