import {
  OccurrenceAttachmentAddedFields,
  OccurrenceMessagePostedFields,
  OccurrenceNoteAddedFields,
  OccurrenceTabEntrySavedFields,
} from './addition-events.fields.js';
import { AttachmentFields } from './attachment.fields.js';
import {
  MessageAuthorFields,
  NoteAuthorFields,
  OccurrenceEventFields,
  TabEntryAuthorFields,
} from './authorship.fields.js';
import {
  OccurrenceMessageEditedFields,
  OccurrenceMessagesReadFields,
  OccurrenceMessageWithdrawnFields,
} from './message-events.fields.js';
import { MessageFields } from './message.fields.js';
import { NoteFields } from './note.fields.js';
import { MyOccurrencesQuery } from './my-occurrences.query.js';
import { OccurrenceConnectionFields } from './occurrence-connection.fields.js';
import { OccurrenceContentFields } from './occurrence-content.fields.js';
import { OccurrenceCountersQuery } from './occurrence-counters.query.js';
import { OccurrenceFields } from './occurrence.fields.js';
import { OccurrenceQuery } from './occurrence.query.js';
import { OccurrencesQuery } from './occurrences.query.js';
import { ProtocolFields } from './protocol.fields.js';
import { ProtocolQuery } from './protocol.query.js';
import {
  OccurrenceCreatedAsReanalysisFields,
  OccurrenceReanalysisFields,
  OccurrenceReanalysisRequestedFields,
} from './reanalysis.fields.js';
import { SlaClockFields, SlaSegmentFields } from './sla-clock.fields.js';
import {
  OccurrenceCreatedFields,
  OccurrenceReopenedFields,
  OccurrenceStatusChangedFields,
} from './status-events.fields.js';
import { TabEntryFields } from './tab-entry.fields.js';
import {
  OccurrenceActionSettledFields,
  OccurrenceAssignedFields,
  OccurrenceSlaStateChangedFields,
  OccurrenceUpdatedFields,
} from './work-events.fields.js';

/** What reads occurrences; they want `services.attachments`. */
export const readResolvers = [
  OccurrenceQuery,
  OccurrencesQuery,
  MyOccurrencesQuery,
  OccurrenceCountersQuery,
  ProtocolQuery,
  OccurrenceFields,
  OccurrenceContentFields,
  OccurrenceReanalysisFields,
  OccurrenceCreatedAsReanalysisFields,
  OccurrenceReanalysisRequestedFields,
  OccurrenceConnectionFields,
  SlaClockFields,
  SlaSegmentFields,
  ProtocolFields,
  NoteAuthorFields,
  NoteFields,
  MessageAuthorFields,
  MessageFields,
  AttachmentFields,
  TabEntryFields,
  TabEntryAuthorFields,
  OccurrenceEventFields,
  OccurrenceCreatedFields,
  OccurrenceStatusChangedFields,
  OccurrenceReopenedFields,
  OccurrenceAssignedFields,
  OccurrenceUpdatedFields,
  OccurrenceSlaStateChangedFields,
  OccurrenceActionSettledFields,
  OccurrenceTabEntrySavedFields,
  OccurrenceNoteAddedFields,
  OccurrenceAttachmentAddedFields,
  OccurrenceMessagePostedFields,
  OccurrenceMessageEditedFields,
  OccurrenceMessageWithdrawnFields,
  OccurrenceMessagesReadFields,
];
