import { type Connection, connectionOf, type ForwardArgs } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { kindOfId } from '../../shared/ids.js';
import { type ActionDelivery, ActionDeliveryEntity, type DeliveryState } from './delivery.entity.js';
import { newestFirst, newestFirstOrder, olderThan } from './keyset.js';

export interface DeliveryFilter {
  readonly occurrenceId?: string | null | undefined;
  /** An empty list selects nothing. */
  readonly states?: readonly DeliveryState[] | null | undefined;
}

const pages = newestFirst('deliveries', 'delivery');

/** The deliveries of the operator, newest first. */
export async function listDeliveries(
  ctx: RequestContext,
  { occurrenceId, states }: DeliveryFilter,
  args: ForwardArgs,
): Promise<Connection<ActionDelivery>> {
  const request = pages.request(args);
  const nothing = occurrenceId != null && kindOfId(occurrenceId) !== 'occurrence';
  const em = await ctx.read();
  const rows = nothing
    ? []
    : await em.find(
        ActionDeliveryEntity,
        {
          operatorId: ctx.caller.operatorId,
          ...(occurrenceId != null && { occurrenceId }),
          ...(states != null && { state: { $in: [...states] } }),
          ...olderThan(request.after),
        },
        { orderBy: newestFirstOrder, limit: request.limit + 1 },
      );
  return connectionOf(rows, request, pages.cursorOf);
}
