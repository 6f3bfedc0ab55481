import type { Operator } from './operator.entity.js';

/** Media types that the product can tell by content: an operator takes these, or fewer. */
export const attachmentContentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'audio/ogg',
  'audio/mpeg',
  'audio/mp4',
  'text/plain',
] as const;
export type AttachmentContentType = (typeof attachmentContentTypes)[number];

/** 20 MiB: an operator takes files of this size, or smaller ones. */
export const largestAttachment = 20 * 1024 * 1024;

export interface AttachmentLimits {
  readonly maxBytes: number;
  readonly contentTypes: readonly string[];
}

/** The operator's own limits, and the product's where it has none. */
export const attachmentLimitsOf = (
  operator: Pick<Operator, 'attachmentMaxBytes' | 'attachmentContentTypes'>,
): AttachmentLimits => ({
  maxBytes: operator.attachmentMaxBytes ?? largestAttachment,
  contentTypes: operator.attachmentContentTypes ?? attachmentContentTypes,
});
