import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { MessagePayload } from './occurrence-message-post.mutation.js';
import { payloadOf } from './occurrence-payload.js';

@InputType('MessageEditInput', { description: 'A message, written anew.' })
class MessageEditInput {
  @Field(() => ID, { description: 'Of the message.' })
  messageId!: string;
  @Field(() => String, { description: 'What it says from now on: 1 to 10,000 characters.' })
  body!: string;
}

@Resolver()
export class OccurrenceMessageEditMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => MessagePayload, {
    description:
      'By who wrote it, in an open occurrence, while the time lasts that the operator gives for it (messageEditMinutes of its settings): TOO_LATE else. What it said before stays readable to staff.',
  })
  async occurrenceMessageEdit(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => MessageEditInput, { description: 'Which.' }) input: MessageEditInput,
  ): Promise<MessagePayload> {
    const written = await this.services.occurrences.editMessage(ctx, id, input);
    return { ...payloadOf(written), message: written.child };
  }
}
