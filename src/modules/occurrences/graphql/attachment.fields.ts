import { GraphQLURL } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { AttachmentLinks } from '../attachment-links.js';
import type { Attachment } from '../occurrence.entity.js';
import { AttachmentObject } from './attachment.type.js';

@Resolver(() => AttachmentObject)
export class AttachmentFields {
  constructor(private readonly services: { readonly attachments: AttachmentLinks }) {}

  @FieldResolver(() => GraphQLURL, { description: 'Where to download it from; short-lived, so ask again when needed.' })
  async url(@Root() attachment: Attachment, @Ctx() ctx: RequestContext): Promise<string> {
    return this.services.attachments.urlOf(ctx, attachment);
  }
}
