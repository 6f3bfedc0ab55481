import type { FilterQuery } from '@mikro-orm/core';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  pageRequest,
} from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { type PlainRow, plainRow } from '../../platform/database/plain-row.js';
import { type ConfigurationChange as Row, ConfigurationChangeEntity } from './change.entity.js';

export type ConfigurationChange = PlainRow<Row>;

const order = 'configuration changes';

/** Before and after show the configuration of actions, so that whoever may not read that may not read changes. */
const mayRead = (ctx: RequestContext): boolean =>
  ctx.caller.permissions.has('configuration:readActionConfigs') || ctx.caller.permissions.has('configuration:write');

/** What was done to tokens is for those who see tokens: an integration that configures does not. */
const readable = (ctx: RequestContext): FilterQuery<Row> =>
  ctx.caller.permissions.has('apiToken:read') ? {} : { $not: { element: { $like: 'ApiToken %' } } };

/** What was changed, newest first: ids are ordered by time. */
export async function readChanges(
  ctx: RequestContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<ConfigurationChange>> {
  const request = pageRequest(args, (cursor) => String(decodeCursor(order, 1, cursor)[0]));
  const em = await ctx.read();
  const rows: Row[] = await em.find(
    ConfigurationChangeEntity,
    {
      operatorId: ctx.caller.operatorId,
      ...(request.after !== null && { id: { $lt: request.after } }),
      ...readable(ctx),
    },
    { orderBy: { id: 'desc' }, limit: request.limit + 1, disableIdentityMap: true },
  );
  return connectionOf(rows.map(plainRow), request, ({ id }) => encodeCursor(order, [id]));
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
