import type { RequestContext } from '../../../platform/graphql/context.js';
import { allOf, sql } from '../../occurrences/index.js';
import { type Columns, filterConditions, groupColumns, type Grouping, type GroupRow, mostRows } from '../grouping.js';
import type { ReportRange } from '../range.js';

const columns: Columns = { type: 'm.type_id', status: 'm.status_id', attendant: 'm.attendant_id', at: 'm.at' };

/** What was reached in a range, by group: `figures` are aggregates over `occurrence_milestone m`. */
export async function milestoneRows<Figures>(
  ctx: RequestContext,
  { grouping, range, figures }: { grouping: Grouping; range: ReportRange; figures: string },
): Promise<(GroupRow & Figures)[]> {
  const groups = groupColumns(grouping, columns, range);
  const where = allOf([
    sql('m.operator_id = ?', ctx.caller.operatorId),
    sql('m.at >= ? and m.at < ?', range.start.toISOString(), range.end.toISOString()),
    ...filterConditions(grouping, columns),
  ]);
  const em = await ctx.read();
  return em.execute(
    `select ${groups.sql}, ${figures} from occurrence_milestone m where ${where.sql} group by 1, 2, 3, 4
     limit ${mostRows + 1}`,
    [...groups.params, ...where.params],
  );
}
