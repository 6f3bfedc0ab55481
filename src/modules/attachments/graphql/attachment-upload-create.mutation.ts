import { GraphQLURL } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { AttachmentService } from '../attachment.service.js';

@InputType('AttachmentUploadCreateInput', { description: 'What the file will be.' })
class AttachmentUploadCreateInput {
  @Field(() => String, {
    description:
      'Its name; folders and characters that no disk or screen should see are left out. 255 bytes at the most.',
  })
  fileName!: string;
  @Field(() => String, {
    description:
      'Its media type: application/pdf, image/jpeg, image/png, image/webp, image/gif, image/heic, audio/ogg, audio/mpeg, audio/mp4 or text/plain, or one of the fewer that the operator takes. What is put there must be that.',
  })
  contentType!: string;
  @Field(() => Int, {
    description: 'Its size, exactly: 1 to 20971520 bytes (20 MiB), or less where the operator says so.',
  })
  byteSize!: number;
}

@ObjectType('AttachmentUploadPayload', { description: 'Where to put the file, or why there is no place for it.' })
class AttachmentUploadPayload {
  @Field(() => ID, { nullable: true, description: 'What the file is attached by; null where there are errors.' })
  uploadId!: string | null;
  @Field(() => GraphQLURL, {
    nullable: true,
    description: 'PUT the bytes here, once, within 15 minutes; needs no token. Null where there are errors.',
  })
  uploadUrl!: string | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class AttachmentUploadCreateMutation {
  constructor(private readonly services: { readonly attachments: AttachmentService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => AttachmentUploadPayload, {
    description:
      'Where to PUT a file; what was put there is then attached by its uploadId, or named in a form, within a day.',
  })
  async attachmentUploadCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => AttachmentUploadCreateInput, { description: 'The file.' }) input: AttachmentUploadCreateInput,
  ): Promise<AttachmentUploadPayload> {
    const result = await this.services.attachments.createUpload(ctx, input);
    return result.ok
      ? { ...result.value, userErrors: [] }
      : { uploadId: null, uploadUrl: null, userErrors: userErrorsOf(result.problems) };
  }
}
