import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Message } from '../occurrence.entity.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { MessageObject } from './message.type.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('MessagePostInput', { description: 'A message between the beneficiary and the attendants.' })
class MessagePostInput {
  @Field(() => String, { description: '1 to 10,000 characters; may be empty where files come with it.' })
  body!: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Files that go with it, up to 10: the uploadId of each, which the caller has put there and attached to nothing yet.',
  })
  uploadIds?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of up to 200 printable ASCII characters, known for 7 days: the same key posts the same message once.',
  })
  idempotencyKey?: string | null;
}

@ObjectType('MessagePayload', { description: 'The message, or what stands in the way.' })
export class MessagePayload extends OccurrencePayload {
  @Field(() => MessageObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  message!: Message | null;
}

@Resolver()
export class OccurrenceMessagePostMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => MessagePayload, { description: 'Sends a message in an open occurrence.' })
  async occurrenceMessagePost(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => MessagePostInput, { description: 'The message.' }) input: MessagePostInput,
  ): Promise<MessagePayload> {
    const written = await this.services.occurrences.postMessage(ctx, id, input);
    return { ...payloadOf(written), message: written.child };
  }
}
