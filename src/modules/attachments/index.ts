import { join } from 'node:path';
import { AttachmentService, type AttachmentParts } from './attachment.service.js';
import { LocalStorage } from './local-storage.js';
import { AddressSigner } from './signature.js';
import { openSigningKey } from './signing-key.js';

export { AttachmentService } from './attachment.service.js';
export { registerAttachmentRoutes } from './routes.js';
export { sweepOrphans } from './sweep.js';

/** Files in the data directory, addresses signed by its key. */
export const createAttachments = (
  dataDir: string,
  parts: Omit<AttachmentParts, 'storage' | 'signer'>,
): AttachmentService =>
  new AttachmentService({
    ...parts,
    storage: new LocalStorage(join(dataDir, 'attachments')),
    signer: new AddressSigner(openSigningKey(dataDir)),
  });
