import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newestById } from '../../platform/graphql/newest-by-id.js';
import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { type ApiToken, apiTokenOf } from './api-token.js';
import { ApiTokenEntity, type ApiTokenRow } from './api-token.entity.js';

const pages = newestById('api tokens');

/** All that were ever made, newest first. */
export async function readApiTokens(
  ctx: RequestContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<ApiToken>> {
  const request = pages.request(args);
  const em = await ctx.read();
  const rows: ApiTokenRow[] = await em.find(
    ApiTokenEntity,
    { operatorId: ctx.caller.operatorId, ...pages.after(request.after) },
    { orderBy: pages.orderBy, limit: request.limit + 1, disableIdentityMap: true },
  );
  return connectionOf(rows.map(apiTokenOf), request, pages.cursorOf);
}

export const apiTokenNodes: NodeLoaders = {
  apiToken: async (ctx, id) => {
    if (!ctx.caller.permissions.has('apiToken:read')) return null;
    const em = await ctx.read();
    const row: ApiTokenRow | null = await em.findOne(ApiTokenEntity, { operatorId: ctx.caller.operatorId, id });
    return row && apiTokenOf(row);
  },
};
