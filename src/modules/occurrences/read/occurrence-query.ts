import type { EntityManager } from '@mikro-orm/postgresql';
import { selectRows } from '../../../platform/database/select-rows.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrenceEntity, type OccurrenceRow } from '../occurrence.entity.js';
import { allOf, sql, type SqlCondition } from '../sql-condition.js';
import { sightOf } from './sight.js';

/** What every statement about occurrences begins with: those of the caller's operator that the caller may see. */
export const visibleOnes = async (ctx: RequestContext): Promise<SqlCondition[]> => [
  sql('o.operator_id = ?', ctx.caller.operatorId),
  await sightOf(ctx),
];

/** Occurrences `o` for which all of this holds; `tail` is their order, and how many. */
export const occurrencesWhere = (
  em: EntityManager,
  conditions: readonly SqlCondition[],
  tail: SqlCondition = sql(''),
): Promise<OccurrenceRow[]> => {
  const where = allOf(conditions);
  const params = [...where.params, ...tail.params];
  return selectRows(em, OccurrenceEntity, { alias: 'o', sql: `where ${where.sql} ${tail.sql}`, params });
};
