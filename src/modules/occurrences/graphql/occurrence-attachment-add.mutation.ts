import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Attachment } from '../occurrence.entity.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { AttachmentObject } from './attachment.type.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('AttachmentAddInput', { description: 'A file that was put where an upload said.' })
class AttachmentAddInput {
  @Field(() => ID, { description: "One of the caller's own, which belongs to no occurrence yet." })
  uploadId!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the beneficiary sees it; they always see their own.',
  })
  visibleToBeneficiary!: boolean;
}

@ObjectType('AttachmentPayload', { description: 'The attachment, or what stands in the way.' })
class AttachmentPayload extends OccurrencePayload {
  @Field(() => AttachmentObject, { nullable: true, description: 'What was attached; null where there are errors.' })
  attachment!: Attachment | null;
}

@Resolver()
export class OccurrenceAttachmentAddMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => AttachmentPayload, { description: 'Attaches an uploaded file to an open occurrence.' })
  async occurrenceAttachmentAdd(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => AttachmentAddInput, { description: 'Which file.' }) input: AttachmentAddInput,
  ): Promise<AttachmentPayload> {
    const written = await this.services.occurrences.addAttachment(ctx, id, input);
    return { ...payloadOf(written), attachment: written.child };
  }
}
