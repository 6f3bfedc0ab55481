import type { RequestContext } from './context.js';
import { type SubscriptionContext, subscriptionContext } from './subscription-context.js';

/** What a subscription is opened by: `subscribe: streamSource(async (context, args) => …)`. */
export const streamSource =
  <Args>(open: (context: SubscriptionContext, args: Args) => Promise<AsyncIterable<unknown>>) =>
  ({ context, args }: { context: RequestContext; args: Args }): Promise<AsyncIterable<unknown>> =>
    open(subscriptionContext(context), args);
