import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  pageRequest,
} from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { type ApiToken, apiTokenOf } from './api-token.js';
import { ApiTokenEntity, type ApiTokenRow } from './api-token.entity.js';

const order = 'api tokens';

/** All that were ever made, newest first: ids are ordered by time. */
export async function readApiTokens(
  ctx: RequestContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<ApiToken>> {
  const request = pageRequest(args, (cursor) => String(decodeCursor(order, 1, cursor)[0]));
  const em = await ctx.read();
  const rows: ApiTokenRow[] = await em.find(
    ApiTokenEntity,
    { operatorId: ctx.caller.operatorId, ...(request.after !== null && { id: { $lt: request.after } }) },
    { orderBy: { id: 'desc' }, limit: request.limit + 1, disableIdentityMap: true },
  );
  return connectionOf(rows.map(apiTokenOf), request, ({ id }) => encodeCursor(order, [id]));
}

export const apiTokenNodes: NodeLoaders = {
  apiToken: async (ctx, id) => {
    if (!ctx.caller.permissions.has('apiToken:read')) return null;
    const em = await ctx.read();
    const row: ApiTokenRow | null = await em.findOne(ApiTokenEntity, { operatorId: ctx.caller.operatorId, id });
    return row && apiTokenOf(row);
  },
};
