import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { MessagePayload } from './occurrence-message-post.mutation.js';
import { payloadOf } from './occurrence-payload.js';

@InputType('MessageWithdrawInput', { description: 'A message that is taken back.' })
class MessageWithdrawInput {
  @Field(() => ID, { description: 'Of the message.' })
  messageId!: string;
}

@Resolver()
export class OccurrenceMessageWithdrawMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => MessagePayload, {
    description:
      'Takes a message back, with its files: by who wrote it, in an open occurrence, while the time lasts that the operator gives for it (messageEditMinutes of its settings): TOO_LATE else. Staff can still read what it said. Withdrawn already: success.',
  })
  async occurrenceMessageWithdraw(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => MessageWithdrawInput, { description: 'Which.' }) input: MessageWithdrawInput,
  ): Promise<MessagePayload> {
    const written = await this.services.occurrences.withdrawMessage(ctx, id, input);
    return { ...payloadOf(written), message: written.child };
  }
}
