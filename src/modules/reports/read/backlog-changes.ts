import type { RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import { allOf, sql } from '../../occurrences/index.js';
import { type Columns, filterConditions, groupColumns, type Grouping, type GroupRow } from '../grouping.js';
import type { ReportRange } from '../range.js';

/** How many more of a group are open by what happened in a period, or since the range. */
export type BacklogChange = GroupRow & { readonly since: boolean; readonly change: string };

const mostChanges = 50_000;
const columns: Columns = { type: 's.type_id', status: 's.id', attendant: 'm.attendant_id', at: 'm.at' };

/** By the facets on either side of each event from the first day of the range on. */
export async function backlogChanges(
  ctx: RequestContext,
  range: ReportRange,
  grouping: Grouping,
): Promise<BacklogChange[]> {
  const { operatorId } = ctx.caller;
  const groups = groupColumns(grouping, columns, range);
  const where = allOf([sql('s.operator_id = ?', operatorId), ...filterConditions(grouping, columns)]);
  const em = await ctx.read();
  const rows = await em.execute<BacklogChange[]>(
    `select ${groups.sql}, m.since, sum(m.weight) as change from (
       select e.occurred_at as at, e.occurred_at >= ? as since, f.facets->>'statusId' as status_id,
         f.facets->>'attendantId' as attendant_id, f.weight
       from occurrence_event e cross join lateral (values (e.after, 1), (e.before, -1)) f (facets, weight)
       where e.operator_id = ? and e.occurred_at >= ? and e.kind in ('CREATED', 'STATUS_CHANGED', 'ASSIGNED', 'REOPENED')
         and not (f.facets->>'closed')::boolean) m
     join status s on s.id = m.status_id
     where ${where.sql} group by 1, 2, 3, 4, 5 having sum(m.weight) <> 0 limit ${mostChanges + 1}`,
    [...groups.params, range.end.toISOString(), operatorId, range.start.toISOString(), ...where.params],
  );
  if (rows.length > mostChanges) throw badUserInput('Too much has changed since: group by less, or begin later.');
  return rows;
}
