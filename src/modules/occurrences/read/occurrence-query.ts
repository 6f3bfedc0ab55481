import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { OccurrenceEntity, type OccurrenceRow } from '../occurrence.entity.js';
import { sql, type SqlCondition } from '../sql-condition.js';
import { sightOf } from './sight.js';

/** What every statement about occurrences begins with: those of the caller's operator that the caller may see. */
export const visibleOnes = async (ctx: RequestContext): Promise<SqlCondition[]> => [
  sql('o.operator_id = ?', ctx.caller.operatorId),
  await sightOf(ctx),
];

/** All but what is there for searching alone. */
const columns = Object.keys(OccurrenceEntity.meta.properties) as Extract<keyof OccurrenceRow, string>[];

/** Occurrences `o` for which all of this holds. */
export function occurrencesWhere(em: EntityManager, conditions: readonly SqlCondition[]) {
  const query = em.createQueryBuilder(OccurrenceEntity, 'o').select(columns);
  for (const { sql: text, params } of conditions) query.andWhere(text, [...params]);
  return query;
}
