import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Attachment, Note } from '../occurrence.entity.js';
import { noteFilesLoader } from '../read/content-loaders.js';
import { seesAttachment } from '../read/seen.js';
import { AttachmentObject } from './attachment.type.js';
import { NoteObject } from './note.type.js';

@Resolver(() => NoteObject)
export class NoteFields {
  @FieldResolver(() => [AttachmentObject], {
    description: 'The files that came with it, as they were named; those of an internal note are for staff alone.',
  })
  async attachments(@Root() { id }: Note, @Ctx() ctx: RequestContext): Promise<Attachment[]> {
    const files = await noteFilesLoader(ctx).load(id);
    return files.filter((file) => seesAttachment(ctx, file));
  }
}
