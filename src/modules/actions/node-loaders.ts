import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { deliveryLoader, inboxMessageLoader } from './loaders.js';

/** Deliveries for those who may read them, messages for the member whose inbox they are in. */
export const actionNodes: NodeLoaders = {
  async delivery(ctx, id) {
    return ctx.caller.permissions.has('action:read') ? deliveryLoader(ctx).load(id) : null;
  },
  async inboxMessage(ctx, id) {
    const { permissions, personId } = ctx.caller;
    if (!permissions.has('inbox:read')) return null;
    const message = await inboxMessageLoader(ctx).load(id);
    return message?.beneficiaryId === personId ? message : null;
  },
};
