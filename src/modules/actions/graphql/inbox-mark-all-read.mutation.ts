import { Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError } from '../../../platform/graphql/user-error.js';
import type { InboxService } from '../inbox.service.js';

@ObjectType('InboxMarkAllReadPayload', { description: 'How many messages were marked.' })
class InboxMarkAllReadPayload {
  @Field(() => Int, {
    description: 'How many were marked by this call; those that were read before stay as they were.',
  })
  marked!: number;
  @Field(() => [UserError], { description: 'What stands in the way; empty as yet.' })
  userErrors!: UserError[];
}

@Resolver()
export class InboxMarkAllReadMutation {
  constructor(private readonly services: { readonly inbox: InboxService }) {}

  @Requires('inbox:read')
  @Mutation(() => InboxMarkAllReadPayload, {
    description: "Marks all messages of the calling beneficiary's inbox as read; can be repeated.",
  })
  async inboxMarkAllRead(@Ctx() ctx: RequestContext): Promise<InboxMarkAllReadPayload> {
    return { marked: await this.services.inbox.markAllRead(ctx), userErrors: [] };
  }
}
