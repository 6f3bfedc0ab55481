import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Attachment, Message, MessageRevision } from '../occurrence.entity.js';
import { messageFilesLoader, revisionsLoader } from '../read/content-loaders.js';
import { seesAttachment, seesInternals } from '../read/seen.js';
import { AttachmentObject } from './attachment.type.js';
import { MessageObject, MessageRevisionObject } from './message.type.js';

@Resolver(() => MessageObject)
export class MessageFields {
  @FieldResolver(() => [AttachmentObject], {
    description:
      'The files that came with it, as they were named; those of a withdrawn one are for staff and who sent it.',
  })
  async attachments(@Root() { id }: Message, @Ctx() ctx: RequestContext): Promise<Attachment[]> {
    const files = await messageFilesLoader(ctx).load(id);
    return files.filter((file) => seesAttachment(ctx, file));
  }

  @FieldResolver(() => [MessageRevisionObject], {
    description: 'What it said before it was edited or withdrawn, oldest first. For staff; empty for a beneficiary.',
  })
  async revisions(@Root() { id }: Message, @Ctx() ctx: RequestContext): Promise<MessageRevision[]> {
    return seesInternals(ctx) ? revisionsLoader(ctx).load(id) : [];
  }
}
