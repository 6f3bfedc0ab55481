import type { RequestContext } from '../../platform/graphql/context.js';
import type { Attachment } from './occurrence.entity.js';

/** Makes the short-lived address that a file is downloaded from. */
export interface AttachmentLinks {
  urlOf(ctx: RequestContext, attachment: Attachment): string | Promise<string>;
}
