import { type Connection, connectionOf, pageRequest } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceOrder } from '../list-order.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import type { OccurrenceFilter } from '../resolve-filter.js';
import { allOf, sql } from '../sql-condition.js';
import { cursorOf, keyOfCursor, orderOf, spanConditions } from './list-page.js';
import { occurrencesWhere } from './occurrence-query.js';
import { selectionOf } from './selection.js';

export interface ListArgs {
  readonly filter?: OccurrenceFilter | null;
  readonly orderBy?: OccurrenceOrder | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface OccurrenceList extends Connection<OccurrenceRow> {
  /** How many there are on all pages; asks the database when it is called. */
  count(): Promise<number>;
}

/** A page of what the caller may see and the filter selects. */
export async function listOccurrences(ctx: RequestContext, args: ListArgs): Promise<OccurrenceList> {
  const order = args.orderBy ?? 'NEWEST';
  const request = pageRequest(args, (cursor) => keyOfCursor(order, cursor));
  const selection = await selectionOf(ctx, args.filter);
  const em = await ctx.read();
  const conditions = [...selection, ...spanConditions(order, request)];
  const rows = await occurrencesWhere(em, conditions, sql(`${orderOf(order, request)} limit ?`, request.limit + 1));
  return {
    ...connectionOf(rows, request, (row) => cursorOf(order, row)),
    async count() {
      const { sql, params } = allOf(selection);
      const [row] = await em.execute<{ count: string }[]>(`select count(*) from occurrence o where ${sql}`, [
        ...params,
      ]);
      return Number(row?.count);
    },
  };
}
