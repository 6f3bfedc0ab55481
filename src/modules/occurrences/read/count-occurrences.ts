import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf, type Status } from '../../workflow/index.js';
import type { OccurrenceFilter } from '../resolve-filter.js';
import { type SlaState, slaStates } from '../state.js';
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
  const rows = await em.execute<Row[]>(
    `select o.status_id, o.sla_state, o.regulatory_state,
            count(*) as count, count(*) filter (where o.attendant_id is null) as unassigned
       from occurrence o where ${sql} group by o.status_id, o.sla_state, o.regulatory_state`,
    [...params],
  );
  const counts = countsBy(rows, ({ status_id }) => status_id);
  const statuses = (await catalogueOf(ctx)).types.flatMap((type) => type.statuses);
  return {
    total: sum(rows.map(({ count }) => Number(count))),
    byStatus: statuses.flatMap((status) => {
      const count = counts.get(status.id);
      return count === undefined ? [] : [{ status, count }];
    }),
    bySlaState: stateCounts(countsBy(rows, ({ sla_state }) => sla_state)),
    byRegulatoryState: stateCounts(countsBy(rows, ({ regulatory_state }) => regulatory_state)),
    unassigned: sum(rows.map(({ unassigned }) => Number(unassigned))),
  };
}

interface Row {
  readonly status_id: string;
  readonly sla_state: SlaState | null;
  readonly regulatory_state: SlaState | null;
  readonly count: string;
  readonly unassigned: string;
}

const countsBy = <Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, number> =>
  new Map([...Map.groupBy(rows, keyOf)].map(([key, grouped]) => [key, sum(grouped.map(({ count }) => Number(count)))]));

const stateCounts = (counts: ReadonlyMap<SlaState | null, number>) =>
  slaStates.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [{ state, count }];
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
