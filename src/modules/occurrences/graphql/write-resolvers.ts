import { OccurrenceAssignMutation } from './occurrence-assign.mutation.js';
import { OccurrenceAttachmentAddMutation } from './occurrence-attachment-add.mutation.js';
import { OccurrenceChangeStatusMutation } from './occurrence-change-status.mutation.js';
import { OccurrenceCreateMutation } from './occurrence-create.mutation.js';
import { OccurrenceMessageEditMutation } from './occurrence-message-edit.mutation.js';
import { OccurrenceMessagePostMutation } from './occurrence-message-post.mutation.js';
import { OccurrenceMessageWithdrawMutation } from './occurrence-message-withdraw.mutation.js';
import { OccurrenceMessagesMarkReadMutation } from './occurrence-messages-mark-read.mutation.js';
import { OccurrenceNoteAddMutation } from './occurrence-note-add.mutation.js';
import { OccurrenceReopenMutation } from './occurrence-reopen.mutation.js';
import { OccurrenceRequestReanalysisMutation } from './occurrence-request-reanalysis.mutation.js';
import { OccurrenceStartAttendanceMutation } from './occurrence-start-attendance.mutation.js';
import { OccurrenceTabEntrySaveMutation } from './occurrence-tab-entry-save.mutation.js';
import { OccurrenceUpdateMutation } from './occurrence-update.mutation.js';
import { OccurrencesChangeStatusMutation } from './occurrences-change-status.mutation.js';
import { VersionConflictFields } from './version-conflict.fields.js';

/** What changes occurrences; they want `services.occurrences`. */
export const writeResolvers = [
  OccurrenceCreateMutation,
  OccurrenceStartAttendanceMutation,
  OccurrenceChangeStatusMutation,
  OccurrencesChangeStatusMutation,
  OccurrenceAssignMutation,
  OccurrenceUpdateMutation,
  OccurrenceReopenMutation,
  OccurrenceRequestReanalysisMutation,
  OccurrenceNoteAddMutation,
  OccurrenceTabEntrySaveMutation,
  OccurrenceMessagePostMutation,
  OccurrenceMessageEditMutation,
  OccurrenceMessageWithdrawMutation,
  OccurrenceMessagesMarkReadMutation,
  OccurrenceAttachmentAddMutation,
  VersionConflictFields,
];
