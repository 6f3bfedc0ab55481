import { Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { streamSource } from '../../../platform/graphql/stream-source.js';
import type { InboxMessage } from '../delivery.entity.js';
import { followInbox } from '../follow-inbox.js';
import { InboxMessageObject } from './inbox-message.type.js';

@Resolver()
export class InboxUpdatesSubscription {
  @Requires('inbox:read')
  @Subscription(() => InboxMessageObject, {
    description: "What lands in the calling beneficiary's inbox.",
    subscribe: streamSource((context) => followInbox(context)),
  })
  inboxUpdates(@Root() message: InboxMessage): InboxMessage {
    return message;
  }
}
