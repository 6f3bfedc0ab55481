import type { AttachmentContentType } from '../operators/index.js';

const marks: Readonly<Record<AttachmentContentType, readonly string[] | null>> = {
  'application/pdf': ['application/pdf'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png', 'image/apng'],
  'image/webp': ['image/webp'],
  'image/gif': ['image/gif'],
  'image/heic': ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  'audio/ogg': ['audio/ogg', 'audio/opus', 'application/ogg'],
  'audio/mpeg': ['audio/mpeg'],
  'audio/mp4': ['audio/mp4', 'audio/x-m4a', 'video/mp4'],
  'text/plain': null,
};

/** What may be uploaded at all, and what the bytes of such a file are recognised as; null for text, which has no mark. */
export const contentTypes: ReadonlyMap<string, readonly string[] | null> = new Map(Object.entries(marks));

/** The bare type in lower case, without parameters: `Text/Plain; charset=utf-8` is `text/plain`. */
export const bareType = (contentType: string): string => (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
