import type { EntityManager } from '@mikro-orm/postgresql';
import { contextValue } from '../../platform/graphql/context.js';
import { type Operator, OperatorEntity } from './operator.entity.js';

/** The caller's operator as it is in this snapshot. */
export const operatorOf = contextValue(
  async (ctx): Promise<Operator> => loadOperator(await ctx.read(), ctx.caller.operatorId),
);

/** The operator of this transaction: its scope shows that one alone. */
export async function loadOperator(em: EntityManager, operatorId: string): Promise<Operator> {
  return em.findOneOrFail(OperatorEntity, { id: operatorId });
}

/** The operator of a transaction that was opened by slug; null where there is none, or it is suspended. */
export async function findOperatorBySlug(em: EntityManager, slug: string): Promise<Operator | null> {
  return em.findOne(OperatorEntity, { slug, suspendedAt: null });
}
