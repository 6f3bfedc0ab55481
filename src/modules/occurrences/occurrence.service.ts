import type { RequestContext } from '../../platform/graphql/context.js';
import { type BulkResult, type BulkStatusChange, changeStatuses } from './bulk/change-statuses.js';
import type { Attachment, Message, Note, TabEntry } from './occurrence.entity.js';
import { addAttachment, addNote, type AttachmentAddition, type NoteAddition } from './occurrence-additions.js';
import { claim, type OpenQueue } from './occurrence-claim.js';
import { create, type OccurrenceCreation } from './occurrence-creation.js';
import {
  editMessage,
  type MessageEdit,
  type MessageWithdrawal,
  withdrawMessage,
} from './occurrence-message-changes.js';
import { markMessagesRead, type MessagesReading } from './occurrence-message-reading.js';
import { type MessagePost, postMessage } from './occurrence-messages.js';
import {
  assign,
  type Assignment,
  changeStatus,
  type Expected,
  reopen,
  startAttendance,
  type StatusChange,
} from './occurrence-moves.js';
import { type ReanalysisRequest, requestReanalysis } from './occurrence-reanalysis.js';
import { saveTabEntry, type TabEntrySaving } from './occurrence-tab-entries.js';
import { type OccurrenceUpdate, update } from './occurrence-update.js';
import { Writer, type WriterParts } from './write/writer.js';
import type { Written } from './write/written.js';

/** Everything that changes an occurrence. Each is one transaction, and answers refusals instead of throwing them. */
export class OccurrenceService {
  readonly #writer: Writer;

  constructor(parts: WriterParts) {
    this.#writer = new Writer(parts);
  }

  create(ctx: RequestContext, input: OccurrenceCreation): Promise<Written> {
    return create(this.#writer, ctx, input);
  }

  startAttendance(ctx: RequestContext, id: string, input: Expected = {}): Promise<Written> {
    return startAttendance(this.#writer, ctx, id, input);
  }

  /** Starts attendance of the next one in a queue. */
  claim(ctx: RequestContext, openQueue: OpenQueue): Promise<Written> {
    return claim(this.#writer, ctx, openQueue);
  }

  changeStatus(ctx: RequestContext, id: string, input: StatusChange): Promise<Written> {
    return changeStatus(this.#writer, ctx, id, input);
  }

  /** Moves many, each for itself. */
  changeStatuses(ctx: RequestContext, input: BulkStatusChange): Promise<BulkResult> {
    return changeStatuses(this.#writer, ctx, input);
  }

  assign(ctx: RequestContext, id: string, input: Assignment): Promise<Written> {
    return assign(this.#writer, ctx, id, input);
  }

  update(ctx: RequestContext, id: string, input: OccurrenceUpdate): Promise<Written> {
    return update(this.#writer, ctx, id, input);
  }

  reopen(ctx: RequestContext, id: string, input: Expected = {}): Promise<Written> {
    return reopen(this.#writer, ctx, id, input);
  }

  /** Opens the ombudsman's occurrence about one that was denied. */
  requestReanalysis(ctx: RequestContext, id: string, input: ReanalysisRequest): Promise<Written> {
    return requestReanalysis(this.#writer, ctx, id, input);
  }

  addNote(ctx: RequestContext, id: string, input: NoteAddition): Promise<Written<Note>> {
    return addNote(this.#writer, ctx, id, input);
  }

  saveTabEntry(ctx: RequestContext, id: string, input: TabEntrySaving): Promise<Written<TabEntry>> {
    return saveTabEntry(this.#writer, ctx, id, input);
  }

  postMessage(ctx: RequestContext, id: string, input: MessagePost): Promise<Written<Message>> {
    return postMessage(this.#writer, ctx, id, input);
  }

  editMessage(ctx: RequestContext, id: string, input: MessageEdit): Promise<Written<Message>> {
    return editMessage(this.#writer, ctx, id, input);
  }

  withdrawMessage(ctx: RequestContext, id: string, input: MessageWithdrawal): Promise<Written<Message>> {
    return withdrawMessage(this.#writer, ctx, id, input);
  }

  markMessagesRead(ctx: RequestContext, id: string, input: MessagesReading): Promise<Written> {
    return markMessagesRead(this.#writer, ctx, id, input);
  }

  /** Attaches a file that the caller has put where an upload said. */
  addAttachment(ctx: RequestContext, id: string, input: AttachmentAddition): Promise<Written<Attachment>> {
    return addAttachment(this.#writer, ctx, id, input);
  }
}
