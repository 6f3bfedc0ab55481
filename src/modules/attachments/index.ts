import { join } from 'node:path';
import { AttachmentService, type AttachmentParts } from './attachment.service.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage, type S3Settings } from './s3-storage.js';
import { AddressSigner } from './signature.js';
import { openSigningKey } from './signing-key.js';

export { AttachmentService } from './attachment.service.js';
export { registerAttachmentRoutes } from './routes.js';
export { sweepOrphans } from './sweep.js';

/** Files in the bucket, else in the data directory; addresses signed by the key there. */
export const createAttachments = (
  { dataDir, s3 }: { readonly dataDir: string; readonly s3: S3Settings | null },
  parts: Omit<AttachmentParts, 'storage' | 'signer'>,
): AttachmentService =>
  new AttachmentService({
    ...parts,
    storage: s3
      ? new S3Storage(s3, join(dataDir, 'attachments', '.incoming'))
      : new LocalStorage(join(dataDir, 'attachments')),
    signer: new AddressSigner(openSigningKey(dataDir)),
  });
