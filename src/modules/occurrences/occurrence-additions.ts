import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { newId } from '../../shared/ids.js';
import { refusal } from '../../shared/problem.js';
import { decideAttachment, decideNote } from './decide.js';
import type { NoteVisibility } from './events.js';
import { type Attachment, type Note, NoteEntity, type Upload } from './occurrence.entity.js';
import { mayAddNote, mayWriteTo } from './policy.js';
import { attach } from './write/attach.js';
import { authorOf } from './write/author.js';
import type { Held } from './write/held.js';
import { ownUpload, ownUploads } from './write/own-uploads.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

export interface NoteAddition {
  readonly body: string;
  readonly visibility: NoteVisibility;
  readonly uploadIds?: readonly string[] | null | undefined;
}

export const addNote = (
  writer: Writer,
  ctx: RequestContext,
  id: string,
  { body, visibility, uploadIds }: NoteAddition,
): Promise<Written<Note>> =>
  writer.change(ctx, id, async (held) => {
    if (!mayAddNote(held.asker)) throw forbidden();
    const noteId = newId('note', held.now);
    const ids = uploadIds ?? [];
    const outcome = decideNote({ ...held, noteId, body, visibility, files: ids.length });
    if (!outcome.ok) return { outcome };
    const { uploads, problems } = await ownUploads(held, ctx.caller.subject, { ids, path: ['input', 'uploadIds'] });
    if (problems.length > 0) return { outcome: refusal(...problems) };
    return { outcome, child: () => makeNote(held, { id: noteId, body, visibility, uploads }) };
  });

interface MadeNote {
  readonly id: string;
  readonly body: string;
  readonly visibility: NoteVisibility;
  readonly uploads: readonly Upload[];
}

/** Whoever reads the note sees its files, and nobody else does. */
function makeNote({ em, operatorId, state, actor, now }: Held, { uploads, ...written }: MadeNote): Note {
  const at = { occurrenceId: state.id, createdAt: now, ...authorOf(actor) };
  const note = em.create(NoteEntity, { operatorId, ...written, ...at });
  for (const upload of uploads) {
    const attachmentId = newId('attachment', now);
    const visibleToBeneficiary = written.visibility === 'PUBLIC';
    attach(em, { attachmentId, upload, occurrenceId: state.id, noteId: written.id, visibleToBeneficiary, actor, now });
  }
  return note;
}

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
