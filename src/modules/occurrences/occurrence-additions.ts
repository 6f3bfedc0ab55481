import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { newId } from '../../shared/ids.js';
import { refusal } from '../../shared/problem.js';
import { decideAttachment, decideNote } from './decide.js';
import type { NoteVisibility } from './events.js';
import { type Attachment, type Note, NoteEntity } from './occurrence.entity.js';
import { mayAddNote, mayWriteTo } from './policy.js';
import { attach } from './write/attach.js';
import { authorOf } from './write/author.js';
import { ownUpload } from './write/own-uploads.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface NoteAddition {
  readonly body: string;
  readonly visibility: NoteVisibility;
}

export const addNote = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { body, visibility }: NoteAddition,
): Promise<Written<Note>> =>
  writer.change(ctx, id, async (held) => {
    const { em, operatorId, actor, asker, now } = held;
    if (!mayAddNote(asker)) throw forbidden();
    const noteId = newId('note', now);
    return {
      outcome: decideNote({ ...held, noteId, body, visibility }),
      child: () =>
        em.create(NoteEntity, {
          operatorId,
          id: noteId,
          occurrenceId: id,
          body,
          visibility,
          ...authorOf(actor),
          createdAt: now,
        }),
    };
  });

export interface AttachmentAddition {
  readonly uploadId: string;
  readonly visibleToBeneficiary: boolean;
}

/** Attaches a file that the caller has put there. */
export const addAttachment = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { uploadId, visibleToBeneficiary }: AttachmentAddition,
): Promise<Written<Attachment>> =>
  writer.change(ctx, id, async (held) => {
    const { em, actor, asker, concerned, now } = held;
    if (!mayWriteTo(asker, concerned)) throw forbidden();
    const attachmentId = newId('attachment', now);
    const fromBeneficiary = actor.kind === 'BENEFICIARY';
    const outcome = decideAttachment({ ...held, attachmentId, visibleToBeneficiary, fromBeneficiary });
    if (!outcome.ok) return { outcome };
    const upload = { id: uploadId, path: ['input', 'uploadId'] };
    const found = await ownUpload(held, ctx.caller.subject, upload);
    if ('code' in found) return { outcome: refusal(found) };
    const attaching = { attachmentId, upload: found, occurrenceId: id, visibleToBeneficiary, actor, now };
    return { outcome, child: () => attach(em, attaching) };
  });
