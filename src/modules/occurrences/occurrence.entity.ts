import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';
import { regulatoryKinds } from '../workflow/model.js';
import type { Deadline } from './clocks/deadline.js';
import type { Sla } from './clocks/sla.js';
import { noteVisibilities } from './events.js';
import { channels, slaStates } from './state.js';

export const OccurrenceEntity = defineEntity({
  name: 'Occurrence',
  tableName: 'occurrence',
  properties: {
    ...tenantKey,
    protocolNumber: p.text(),
    version: p.integer(),
    typeId: p.text(),
    statusId: p.text(),
    /** The last status in which its beneficiary could see it. */
    lastShownStatusId: p.text().nullable(),
    description: p.text(),
    channel: p.enum(channels),
    requesterId: p.text(),
    beneficiaryId: p.text(),
    attendantId: p.text().nullable(),
    featureId: p.text().nullable(),
    regulatoryKind: p.enum(regulatoryKinds).nullable(),
    intake: p.json<Record<string, unknown>>().nullable(),
    intakeFormId: p.text().nullable(),
    intakeFormVersion: p.integer().nullable(),
    denialReason: p.text().nullable(),
    denialProvision: p.text().nullable(),
    /** The earliest of the running clocks. */
    nextDueAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    attendanceStartedAt: p.datetime(3).nullable(),
    resolvedAt: p.datetime(3).nullable(),
    answeredAt: p.datetime(3).nullable(),
    closedAt: p.datetime(3).nullable(),
    sla: p.json<Sla>().nullable(),
    regulatoryAnswer: p.json<Deadline>().nullable(),
    /** As the log has told it last. */
    slaState: p.enum(slaStates).nullable(),
    regulatoryState: p.enum(slaStates).nullable(),
    /** When one of the two holds no longer by time alone. */
    stateChangesAt: p.datetime(3).nullable(),
    /** The denied occurrence that it is the re-analysis of, and the version by which that was denied: each has one. */
    reanalysisOfId: p.text().nullable(),
    reanalysisOfVersion: p.integer().nullable(),
  },
});
export type OccurrenceRow = InferEntity<typeof OccurrenceEntity>;

/** Who did it, as it was known at the time; a name in the history stays what it was. */
const author = {
  authorKind: p.text(),
  authorId: p.text().nullable(),
  authorName: p.text(),
} as const;

export const TabEntryEntity = defineEntity({
  name: 'TabEntry',
  tableName: 'tab_entry',
  properties: {
    ...tenantKey,
    occurrenceId: p.text(),
    tabId: p.text(),
    formId: p.text(),
    formVersion: p.integer(),
    data: p.json<Record<string, unknown>>(),
    ...author,
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});
export type TabEntry = InferEntity<typeof TabEntryEntity>;

export const NoteEntity = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    ...tenantKey,
    occurrenceId: p.text(),
    body: p.text(),
    visibility: p.enum(noteVisibilities),
    ...author,
    createdAt: p.datetime(3),
  },
});
export type Note = InferEntity<typeof NoteEntity>;

export const MessageEntity = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    ...tenantKey,
    occurrenceId: p.text(),
    /** Of the occurrence, once it had been posted: their order, which no clock decides. */
    version: p.integer(),
    body: p.text(),
    ...author,
    createdAt: p.datetime(3),
    /** By the other side, for the first time. */
    readAt: p.datetime(3).nullable(),
    editedAt: p.datetime(3).nullable(),
    withdrawnAt: p.datetime(3).nullable(),
  },
});
export type Message = InferEntity<typeof MessageEntity>;

/** What a message said before it was edited or withdrawn. */
export const MessageRevisionEntity = defineEntity({
  name: 'MessageRevision',
  tableName: 'message_revision',
  properties: {
    operatorId: p.text().primary(),
    messageId: p.text().primary(),
    /** 1, 2, 3 … */
    number: p.integer().primary(),
    body: p.text(),
    replacedAt: p.datetime(3),
  },
});
export type MessageRevision = InferEntity<typeof MessageRevisionEntity>;

/** A place to put a file: promised, then stored, then attached. */
export const UploadEntity = defineEntity({
  name: 'Upload',
  tableName: 'upload',
  properties: {
    ...tenantKey,
    subject: p.text(),
    fileName: p.text(),
    contentType: p.text(),
    byteSize: p.integer(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    storedAt: p.datetime(3).nullable(),
  },
});
export type Upload = InferEntity<typeof UploadEntity>;

export const AttachmentEntity = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    ...tenantKey,
    occurrenceId: p.text(),
    uploadId: p.text(),
    /** The message that it came with. */
    messageId: p.text().nullable(),
    /** Likewise, the note. */
    noteId: p.text().nullable(),
    visibleToBeneficiary: p.boolean(),
    fileName: p.text(),
    contentType: p.text(),
    byteSize: p.integer(),
    ...author,
    createdAt: p.datetime(3),
  },
});
export type Attachment = InferEntity<typeof AttachmentEntity>;
