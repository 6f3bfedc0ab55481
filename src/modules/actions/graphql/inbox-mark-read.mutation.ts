import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { InboxMessage } from '../delivery.entity.js';
import type { InboxService } from '../inbox.service.js';
import { InboxMessageObject } from './inbox-message.type.js';

@ObjectType('InboxMessagePayload', { description: 'The message, or what stands in the way.' })
class InboxMessagePayload {
  @Field(() => InboxMessageObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  inboxMessage!: InboxMessage | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class InboxMarkReadMutation {
  constructor(private readonly services: { readonly inbox: InboxService }) {}

  @Requires('inbox:read')
  @Mutation(() => InboxMessagePayload, {
    description: 'Marks a message as read; repeated, it stays read since the first time.',
  })
  async inboxMarkRead(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the message.' }) id: string,
  ): Promise<InboxMessagePayload> {
    const result = await this.services.inbox.markRead(ctx, id);
    return result.ok
      ? { inboxMessage: result.value, userErrors: [] }
      : { inboxMessage: null, userErrors: userErrorsOf(result.problems) };
  }
}
