import { contextValue } from '../../../platform/graphql/context.js';
import { familyOf } from '../../people/index.js';
import { isOneOf, nothing, sql, type SqlCondition } from '../sql-condition.js';

/**
 * What the caller may see of the occurrences `o`, the one place that says so for lists, counters and single ones: staff
 * and systems that may read all of them, a member their own and their dependants', while the status is shown.
 */
export const sightOf = contextValue(async (ctx): Promise<SqlCondition> => {
  const { caller } = ctx;
  if (caller.permissions.has('occurrence:read')) return sql('true');
  if (caller.kind !== 'BENEFICIARY' || !caller.permissions.has('occurrence:readOwn')) return nothing;
  const forFamily = isOneOf('o.beneficiary_id', await familyOf(ctx));
  return {
    sql: `(o.requester_id = ? or ${forFamily.sql}) and exists (
      select from status s where s.operator_id = o.operator_id and s.id = o.status_id and s.show_in_history)`,
    params: [caller.personId, ...forFamily.params],
  };
});
