import { LockMode } from '@mikro-orm/core';
import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import { kindOfId, newId } from '../../shared/ids.js';
import { problem, type Problem, refusal } from '../../shared/problem.js';
import { decideAttachment, decideNote } from './decide.js';
import type { NoteVisibility } from './events.js';
import {
  type Attachment,
  AttachmentEntity,
  type Note,
  NoteEntity,
  type Upload,
  UploadEntity,
} from './occurrence.entity.js';
import { mayAddNote, mayWriteTo } from './policy.js';
import { attach } from './write/attach.js';
import { authorOf } from './write/author.js';
import type { Held } from './write/held.js';
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
    const found = await ownUpload(held, ctx.caller.subject, uploadId);
    if ('code' in found) return { outcome: refusal(found) };
    const attaching = { attachmentId, upload: found, occurrenceId: id, visibleToBeneficiary, actor, now };
    return { outcome, child: () => attach(em, attaching) };
  });

const uploadPath = ['input', 'uploadId'];

/** Locked, so that it is attached once. */
async function ownUpload({ em, operatorId }: Held, subject: string, id: string): Promise<Upload | Problem> {
  const upload =
    kindOfId(id) === 'upload' &&
    (await em.findOne(UploadEntity, { operatorId, id, subject }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!upload) return problem('NOT_FOUND', 'There is no such upload.', uploadPath);
  if (!upload.storedAt) return problem('INVALID', 'No file has been put there yet.', uploadPath);
  return (await em.count(AttachmentEntity, { operatorId, uploadId: id })) > 0
    ? problem('INVALID', 'The file is attached already.', uploadPath)
    : upload;
}
