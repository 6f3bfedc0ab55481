import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf, type Status } from '../../workflow/index.js';
import type { OccurrenceFilter } from '../resolve-filter.js';
import type { SlaState } from '../state.js';
import { allOf } from '../sql-condition.js';
import { selectionOf } from './selection.js';

export interface OccurrenceCounters {
  readonly total: number;
  /** In the order of types and statuses; a status without occurrences is left out. */
  readonly byStatus: readonly { readonly status: Status; readonly count: number }[];
  readonly bySlaState: readonly { readonly state: SlaState; readonly count: number }[];
  readonly byRegulatoryState: readonly { readonly state: SlaState; readonly count: number }[];
  readonly unassigned: number;
}

/** Counts what the caller may see and the filter selects. */
export async function countersFor(
  ctx: RequestContext,
  filter: OccurrenceFilter | null | undefined,
): Promise<OccurrenceCounters> {
  const { sql, params } = allOf(await selectionOf(ctx, filter));
  const em = await ctx.read();
  const rows = await em.execute<{ status_id: string; count: string; unassigned: string }[]>(
    `select o.status_id, count(*) as count, count(*) filter (where o.attendant_id is null) as unassigned
       from occurrence o where ${sql} group by o.status_id`,
    [...params],
  );
  const counts = new Map(rows.map((row) => [row.status_id, Number(row.count)]));
  const statuses = (await catalogueOf(ctx)).types.flatMap((type) => type.statuses);
  return {
    total: sum(rows.map(({ count }) => Number(count))),
    byStatus: statuses.flatMap((status) => {
      const count = counts.get(status.id);
      return count === undefined ? [] : [{ status, count }];
    }),
    // States are told by the time and not kept yet.
    bySlaState: [],
    byRegulatoryState: [],
    unassigned: sum(rows.map(({ unassigned }) => Number(unassigned))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
