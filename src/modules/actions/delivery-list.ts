import { type Connection, connectionOf, type ForwardArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { catalogueOf } from '../workflow/index.js';
import { type ActionDelivery, ActionDeliveryEntity } from './delivery.entity.js';
import { deliveriesWhere, type DeliveryFilter } from './delivery-filter.js';
import { newestFirst, newestFirstOrder, olderThan } from './keyset.js';

const pages = newestFirst('deliveries', 'delivery');

/** The deliveries of the operator that every one of the filters selects, newest first. */
export async function listDeliveries(
  ctx: RequestContext,
  filters: readonly DeliveryFilter[],
  args: ForwardArgs,
): Promise<Connection<ActionDelivery>> {
  const request = pages.request(args);
  const em = await ctx.read();
  const catalogue = await catalogueOf(ctx);
  const conditions = filters.map((filter) => deliveriesWhere(filter, catalogue));
  if (conditions.includes(null)) return connectionOf<ActionDelivery>([], request, pages.cursorOf);
  const { operatorId } = ctx.caller;
  const rows = await em.find(
    ActionDeliveryEntity,
    { $and: [{ operatorId }, ...conditions.filter((condition) => condition !== null), olderThan(request.after)] },
    { orderBy: newestFirstOrder, limit: request.limit + 1 },
  );
  return connectionOf(rows, request, pages.cursorOf);
}
