import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { operatorOf } from './operators.js';

/** A caller's own operator is the only one there is. */
export const operatorNodes: NodeLoaders = {
  operator: async (ctx, id) => (id === ctx.caller.operatorId ? operatorOf(ctx) : null),
};
