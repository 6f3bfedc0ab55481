import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { Caller } from '../../../platform/auth/caller.js';
import { kindOfId, newId } from '../../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import { attachmentReferences, type FormDefinition, validatorOf } from '../../forms/index.js';
import { type Attachment, AttachmentEntity, type Upload, UploadEntity } from '../occurrence.entity.js';
import { fileProblem, withValues } from './form-files.js';

type Data = Readonly<Record<string, unknown>>;

export interface FillIn {
  readonly form: FormDefinition;
  readonly data: unknown;
  /** ["input", "intake"] or ["input", "data"]. */
  readonly path: readonly string[];
  readonly caller: Caller;
  /** Whose attachments the data may name; null: it is about to be created, and has none. */
  readonly occurrenceId: string | null;
  readonly now: Date;
}

export interface FilledIn {
  /** With the ids of attachments in place of those of uploads. */
  readonly data: Record<string, unknown>;
  /** What is attached by filling the form in. */
  readonly uploads: readonly { readonly attachmentId: string; readonly upload: Upload }[];
}

/** Checks data against its form, and the files that it names: uploads of the caller's own, or what is attached already. */
export async function fillIn(em: EntityManager, filling: FillIn): Promise<Result<FilledIn>> {
  const { form, path, now } = filling;
  const problems = validatorOf(form).validate(filling.data, path);
  if (problems.length > 0) return refusal(...problems);
  const data = filling.data as Data;
  const references = attachmentReferences(form.schema, data);
  if (references.length === 0) return success({ data, uploads: [] });

  const uploads = await ownUploads(
    em,
    filling,
    references.map(({ id }) => id),
  );
  const attached = await attachments(
    em,
    filling,
    references.map(({ id }) => id),
  );
  const made = new Map<string, { attachmentId: string; upload: Upload }>();
  const values: [readonly string[], string][] = [];
  for (const reference of references) {
    const known = attached.find(({ id, uploadId }) => id === reference.id || uploadId === reference.id);
    const upload = uploads.find(({ id }) => id === reference.id);
    const file = known ?? upload;
    const wrong = file ? fileProblem(reference, file) : 'Envie o arquivo antes de o anexar.';
    if (wrong !== null || !file) {
      problems.push(problem('FORM_INVALID', wrong ?? '', [...path, ...reference.path]));
    } else if (known) {
      values.push([reference.path, known.id]);
    } else if (upload) {
      const attachment = made.get(upload.id) ?? { attachmentId: newId('attachment', now), upload };
      made.set(upload.id, attachment);
      values.push([reference.path, attachment.attachmentId]);
    }
  }
  if (problems.length > 0) return refusal(...problems);
  return success({ data: withValues(data, values), uploads: [...made.values()] });
}

/** Files that the caller has put there and that belong to no occurrence yet; locked, so that each is attached once. */
async function ownUploads(em: EntityManager, { caller }: FillIn, named: readonly string[]): Promise<Upload[]> {
  const { operatorId, subject } = caller;
  const ids = named.filter((id) => kindOfId(id) === 'upload');
  if (ids.length === 0) return [];
  const stored = await em.find(
    UploadEntity,
    { operatorId, id: { $in: ids }, subject, storedAt: { $ne: null } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const taken = await em.find(AttachmentEntity, { operatorId, uploadId: { $in: ids } });
  return stored.filter(({ id }) => !taken.some(({ uploadId }) => uploadId === id));
}

/** What this occurrence has attached already and the caller sees, by its own id or its upload's. */
async function attachments(em: EntityManager, filling: FillIn, named: readonly string[]): Promise<Attachment[]> {
  const { caller, occurrenceId } = filling;
  if (occurrenceId === null) return [];
  const { operatorId } = caller;
  const found = await em.find(AttachmentEntity, {
    operatorId,
    occurrenceId,
    $or: [{ id: { $in: [...named] } }, { uploadId: { $in: [...named] } }],
  });
  return found.filter(
    ({ visibleToBeneficiary, authorId }) =>
      caller.kind !== 'BENEFICIARY' || visibleToBeneficiary || authorId === caller.personId,
  );
}
