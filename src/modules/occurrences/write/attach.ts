import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { type Attachment, AttachmentEntity, type Upload } from '../occurrence.entity.js';
import { authorOf } from './author.js';

export interface Attaching {
  readonly attachmentId: string;
  readonly upload: Upload;
  readonly occurrenceId: string;
  readonly visibleToBeneficiary: boolean;
  /** The message that it comes with; absent: none. */
  readonly messageId?: string;
  /** The note, likewise. */
  readonly noteId?: string;
  readonly actor: Actor;
  readonly now: Date;
}

/** The row by which a stored file belongs to an occurrence. */
export const attach = (em: EntityManager, { upload, ...attaching }: Attaching): Attachment =>
  em.create(AttachmentEntity, {
    operatorId: upload.operatorId,
    id: attaching.attachmentId,
    occurrenceId: attaching.occurrenceId,
    uploadId: upload.id,
    messageId: attaching.messageId ?? null,
    noteId: attaching.noteId ?? null,
    visibleToBeneficiary: attaching.visibleToBeneficiary,
    fileName: upload.fileName,
    contentType: upload.contentType,
    byteSize: upload.byteSize,
    ...authorOf(attaching.actor),
    createdAt: attaching.now,
  });
