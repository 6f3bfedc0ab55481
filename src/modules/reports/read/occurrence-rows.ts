import type { RequestContext } from '../../../platform/graphql/context.js';
import { allOf, sql, type SqlCondition } from '../../occurrences/index.js';
import {
  type Columns,
  filterConditions,
  groupColumns,
  type Grouping,
  type GroupRow,
  mostRows,
  type PeriodCut,
} from '../grouping.js';

const columns: Columns = {
  type: 'o.type_id',
  status: 'o.status_id',
  attendant: 'o.attendant_id',
  at: 'o.created_at',
};

export interface OccurrenceFigures {
  readonly grouping: Grouping;
  /** By the day of the opening; null: not at all. */
  readonly cut: PeriodCut | null;
  readonly conditions: readonly SqlCondition[];
  /** Aggregates over `occurrence o` and whatever `from` adds to it. */
  readonly figures: SqlCondition;
  readonly from?: SqlCondition;
}

/** Occurrences as they are now, by group. */
export async function occurrenceRows<Figures>(
  ctx: RequestContext,
  { grouping, cut, conditions, figures, from = sql('') }: OccurrenceFigures,
): Promise<(GroupRow & Figures)[]> {
  const groups = groupColumns(grouping, columns, cut);
  const where = allOf([
    sql('o.operator_id = ?', ctx.caller.operatorId),
    ...conditions,
    ...filterConditions(grouping, columns),
  ]);
  const em = await ctx.read();
  return em.execute(
    `select ${groups.sql}, ${figures.sql} from occurrence o ${from.sql} where ${where.sql} group by 1, 2, 3, 4
     limit ${mostRows + 1}`,
    [...groups.params, ...figures.params, ...from.params, ...where.params],
  );
}
