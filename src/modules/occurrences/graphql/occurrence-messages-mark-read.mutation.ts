import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceService } from '../occurrence.service.js';
import { OccurrencePayload, payloadOf } from './occurrence-payload.js';

@InputType('MessagesMarkReadInput', { description: 'How far messages have been read.' })
class MessagesMarkReadInput {
  @Field(() => ID, { description: 'The last message that was read, whoever wrote it.' })
  messageId!: string;
}

@Resolver()
export class OccurrenceMessagesMarkReadMutation {
  constructor(private readonly services: { readonly occurrences: OccurrenceService }) {}

  @Requires('occurrence:message', 'occurrence:messageOwn')
  @Mutation(() => OccurrencePayload, {
    description:
      "Says that the caller's side has read what the other side wrote, up to a message: for all beneficiaries of the occurrence, or for all attendants and systems. Also when it is closed. Read already: success, and nothing changes.",
  })
  async occurrenceMessagesMarkRead(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the occurrence.' }) id: string,
    @Arg('input', () => MessagesMarkReadInput, { description: 'Which.' }) input: MessagesMarkReadInput,
  ): Promise<OccurrencePayload> {
    return payloadOf(await this.services.occurrences.markMessagesRead(ctx, id, input));
  }
}
