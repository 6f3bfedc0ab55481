import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrenceEntity } from '../occurrence.entity.js';
import { sql, type SqlCondition } from '../sql-condition.js';
import { sightOf } from './sight.js';

/** What every statement about occurrences begins with: those of the caller's operator that the caller may see. */
export const visibleOnes = async (ctx: RequestContext): Promise<SqlCondition[]> => [
  sql('o.operator_id = ?', ctx.caller.operatorId),
  await sightOf(ctx),
];

/** Occurrences `o` for which all of this holds. */
export function occurrencesWhere(em: EntityManager, conditions: readonly SqlCondition[]) {
  const query = em.createQueryBuilder(OccurrenceEntity, 'o');
  for (const { sql: text, params } of conditions) query.andWhere(text, [...params]);
  return query;
}
