import { Ctx, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { countUnread } from '../inbox.service.js';

@Resolver()
export class InboxUnreadCountQuery {
  @Requires('inbox:read')
  @Query(() => Int, { description: "How many messages of the calling beneficiary's inbox are not read yet." })
  inboxUnreadCount(@Ctx() ctx: RequestContext): Promise<number> {
    return countUnread(ctx);
  }
}
