import { Int, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import { followUnreadCount } from '../follow-unread-count.js';

@Resolver()
export class InboxUnreadCountUpdatesSubscription {
  @Requires('inbox:read')
  @Subscription(() => Int, {
    description:
      "How many messages of the calling beneficiary's inbox are not read yet: at once, and whenever it has become another number, be it that one landed or that one was read on another device.",
    subscribe: streamSource((context) => followUnreadCount(context)),
  })
  inboxUnreadCountUpdates(@Root() unread: number): number {
    return unread;
  }
}
