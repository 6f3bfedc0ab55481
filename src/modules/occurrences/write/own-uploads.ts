import { LockMode } from '@mikro-orm/core';
import { kindOfId } from '../../../shared/ids.js';
import { problem, type Problem } from '../../../shared/problem.js';
import { AttachmentEntity, type Upload, UploadEntity } from '../occurrence.entity.js';
import type { Held } from './held.js';

/** A file that the subject has put there and not attached yet. Locked, so that it is attached once. */
export async function ownUpload(
  { em, operatorId }: Pick<Held, 'em' | 'operatorId'>,
  subject: string,
  { id, path }: { readonly id: string; readonly path: readonly string[] },
): Promise<Upload | Problem> {
  const upload =
    kindOfId(id) === 'upload' &&
    (await em.findOne(UploadEntity, { operatorId, id, subject }, { lockMode: LockMode.PESSIMISTIC_WRITE }));
  if (!upload) return problem('NOT_FOUND', 'There is no such upload.', path);
  if (!upload.storedAt) return problem('INVALID', 'No file has been put there yet.', path);
  return (await em.count(AttachmentEntity, { operatorId, uploadId: id })) > 0
    ? problem('INVALID', 'The file is attached already.', path)
    : upload;
}

/** Several of them, each named once. */
export async function ownUploads(
  held: Pick<Held, 'em' | 'operatorId'>,
  subject: string,
  { ids, path }: { readonly ids: readonly string[]; readonly path: readonly string[] },
): Promise<{ readonly uploads: readonly Upload[]; readonly problems: readonly Problem[] }> {
  const uploads: Upload[] = [];
  const problems: Problem[] = [];
  // One after the other: they share a connection. In the order of their ids, so that two that lock the same do not wait for each other.
  const places = ids.map((id, index) => ({ id, path: [...path, `${index}`], again: ids.indexOf(id) < index }));
  for (const { id, again, path: place } of places.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const found = again
      ? problem('INVALID', 'It is there already.', place)
      : await ownUpload(held, subject, { id, path: place });
    if ('code' in found) problems.push(found);
    else uploads.push(found);
  }
  return { uploads: uploads.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)), problems };
}
