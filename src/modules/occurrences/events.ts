import type { RegulatoryKind } from '../workflow/model.js';
import type { Channel, DenialBasis, SlaState } from './state.js';

export const occurrenceEventKinds = [
  'CREATED',
  'STATUS_CHANGED',
  'ASSIGNED',
  'TAB_ENTRY_SAVED',
  'NOTE_ADDED',
  'ATTACHMENT_ADDED',
  'MESSAGE_POSTED',
  'MESSAGE_EDITED',
  'MESSAGE_WITHDRAWN',
  'MESSAGES_READ',
  'UPDATED',
  'REOPENED',
  'SLA_STATE_CHANGED',
  'ACTION_SETTLED',
  'REANALYSIS_REQUESTED',
] as const;
export type OccurrenceEventKind = (typeof occurrenceEventKinds)[number];

export const noteVisibilities = ['INTERNAL', 'PUBLIC'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** One fact about an occurrence, as JSON; who did it and when stand beside it. */
export type EventPayload =
  | Created
  | StatusChanged
  | Assigned
  | TabEntrySaved
  | NoteAdded
  | AttachmentAdded
  | MessagePosted
  | MessageEdited
  | MessageWithdrawn
  | MessagesRead
  | Updated
  | Reopened
  | SlaStateChanged
  | ActionSettled
  | ReanalysisRequested;

export interface Created {
  readonly kind: 'CREATED';
  readonly statusId: string;
  readonly channel: Channel;
  /** The intake, where it became the first entry of a tab. */
  readonly intakeEntry: { readonly entryId: string; readonly tabId: string } | null;
  /** Whom its team gave it to; absent: it waits in the queue. */
  readonly assignedTo?: string;
  /** The denied occurrence that it is the re-analysis of. */
  readonly reanalysisOf?: string;
}

export interface StatusChanged {
  readonly kind: 'STATUS_CHANGED';
  readonly from: string;
  readonly to: string;
  readonly comment: string | null;
  readonly denialBasis: DenialBasis | null;
  /** The attendant who took it by the same change; null: the assignment stayed as it was. */
  readonly assignedTo: string | null;
}

export interface Assigned {
  readonly kind: 'ASSIGNED';
  readonly from: string | null;
  /** null: back to the queue. */
  readonly to: string | null;
  readonly attendanceStarted: boolean;
}

export interface TabEntrySaved {
  readonly kind: 'TAB_ENTRY_SAVED';
  readonly tabId: string;
  readonly entryId: string;
  /** false: an entry that was there has been changed. */
  readonly created: boolean;
  readonly visibleToBeneficiary: boolean;
}

export interface NoteAdded {
  readonly kind: 'NOTE_ADDED';
  readonly noteId: string;
  readonly visibility: NoteVisibility;
}

export interface AttachmentAdded {
  readonly kind: 'ATTACHMENT_ADDED';
  readonly attachmentId: string;
  readonly visibleToBeneficiary: boolean;
  readonly fromBeneficiary: boolean;
}

export interface MessagePosted {
  readonly kind: 'MESSAGE_POSTED';
  readonly messageId: string;
  readonly fromBeneficiary: boolean;
}

/** What it said before is kept with the message. */
export interface MessageEdited {
  readonly kind: 'MESSAGE_EDITED';
  readonly messageId: string;
}

export interface MessageWithdrawn {
  readonly kind: 'MESSAGE_WITHDRAWN';
  readonly messageId: string;
}

export interface MessagesRead {
  readonly kind: 'MESSAGES_READ';
  /** false: attendants, or a system, have read what the beneficiary wrote. */
  readonly byBeneficiary: boolean;
  /** The last one that was read; those before it are, too. */
  readonly upToMessageId: string;
}

interface Replaced<T> {
  readonly before: T;
  readonly after: T;
}

/** What changed is there, the rest is not. */
export interface Updated {
  readonly kind: 'UPDATED';
  readonly description?: Replaced<string>;
  readonly regulatoryKind?: Replaced<RegulatoryKind | null>;
  /** Staff's alone. */
  readonly reason: string | null;
}

export interface Reopened {
  readonly kind: 'REOPENED';
  readonly from: string;
  readonly to: string;
}

export interface SlaStateChanged {
  readonly kind: 'SLA_STATE_CHANGED';
  /** The operator's own clock, or the regulator's. */
  readonly clock: 'SLA' | 'REGULATORY';
  readonly from: SlaState | null;
  readonly to: SlaState;
}

export interface ActionSettled {
  readonly kind: 'ACTION_SETTLED';
  readonly deliveryId: string;
  readonly actionId: string;
  readonly outcome: 'DELIVERED' | 'FAILED' | 'SKIPPED';
}

/** The ombudsman was asked to look at its denial again. */
export interface ReanalysisRequested {
  readonly kind: 'REANALYSIS_REQUESTED';
  /** The occurrence that was opened for it. */
  readonly reanalysisId: string;
}

/** The status that the occurrence enters by this event, the first one included: what actions fire on. */
export function enteredStatus(event: EventPayload): string | null {
  switch (event.kind) {
    case 'CREATED':
      return event.statusId;
    case 'STATUS_CHANGED':
    case 'REOPENED':
      return event.to;
    default:
      return null;
  }
}
