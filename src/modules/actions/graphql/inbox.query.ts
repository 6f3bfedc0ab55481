import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { type Connection, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { InboxMessage } from '../delivery.entity.js';
import type { InboxService } from '../inbox.service.js';
import { InboxMessageConnection } from './inbox-message.type.js';

@Resolver()
export class InboxQuery {
  constructor(private readonly services: { readonly inbox: InboxService }) {}

  @Requires('inbox:read')
  @Query(() => InboxMessageConnection, { description: "The calling beneficiary's in-app inbox, newest first." })
  inbox(
    @Ctx() ctx: RequestContext,
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Arg('unreadOnly', () => Boolean, { nullable: true, description: 'true: those alone that were not read yet.' })
    unreadOnly: boolean | null | undefined,
  ): Promise<Connection<InboxMessage>> {
    return this.services.inbox.list(ctx, { ...args, unreadOnly });
  }
}
