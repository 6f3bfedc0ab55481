import type { FilterQuery } from '@mikro-orm/core';
import { type Connection, connectionOf } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newestById } from '../../platform/graphql/newest-by-id.js';
import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { type PlainRow, plainRow } from '../../platform/database/plain-row.js';
import { type ConfigurationChange as Row, ConfigurationChangeEntity } from './change.entity.js';

export type ConfigurationChange = PlainRow<Row>;

const pages = newestById('configuration changes');

/** Before and after show the configuration of actions, so that whoever may not read that may not read changes. */
const mayRead = (ctx: RequestContext): boolean =>
  ctx.caller.permissions.has('configuration:readActionConfigs') || ctx.caller.permissions.has('configuration:write');

/** What was done to tokens is for those who see tokens: an integration that configures does not. */
const readable = (ctx: RequestContext): FilterQuery<Row> =>
  ctx.caller.permissions.has('apiToken:read') ? {} : { $not: { element: { $like: 'ApiToken %' } } };

/** What was changed, newest first. */
export async function readChanges(
  ctx: RequestContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<ConfigurationChange>> {
  const request = pages.request(args);
  const em = await ctx.read();
  const rows: Row[] = await em.find(
    ConfigurationChangeEntity,
    {
      operatorId: ctx.caller.operatorId,
      ...pages.after(request.after),
      ...readable(ctx),
    },
    { orderBy: pages.orderBy, limit: request.limit + 1, disableIdentityMap: true },
  );
  return connectionOf(rows.map(plainRow), request, pages.cursorOf);
}

export const configurationNodes: NodeLoaders = {
  configurationChange: async (ctx, id) => {
    if (!mayRead(ctx)) return null;
    const em = await ctx.read();
    const row: Row | null = await em.findOne(ConfigurationChangeEntity, {
      operatorId: ctx.caller.operatorId,
      id,
      ...readable(ctx),
    });
    return row && plainRow(row);
  },
};
