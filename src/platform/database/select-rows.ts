import type { EntitySchema, InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What follows `from table`: an alias, conditions, an order; question marks stand for the parameters. */
export interface RowQuery {
  readonly alias: string;
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * Rows as plain values, for what is only read: what the ORM does to keep track of entities costs more than the statement.
 * Its filters do not apply: name the operator among the conditions.
 */
export async function selectRows<Entity extends EntitySchema>(
  em: EntityManager,
  entity: Entity,
  { alias, sql, params }: RowQuery,
): Promise<InferEntity<Entity>[]> {
  const meta = em.getMetadata().get(entity);
  const columns = meta.props.map(({ fieldNames }) => `${alias}.${fieldNames[0]}`).join(', ');
  const statement = `select ${columns} from ${meta.tableName} ${alias} ${sql}`;
  const rows = await em.execute<Record<string, unknown>[]>(statement, [...params]);
  const comparator = em.getComparator();
  return rows.map((row) => comparator.mapResult(meta, row) as InferEntity<Entity>);
}

/** Those of an operator with these ids, in any order. */
export const rowsById = <Entity extends EntitySchema>(
  em: EntityManager,
  entity: Entity,
  operatorId: string,
  ids: readonly string[],
): Promise<InferEntity<Entity>[]> =>
  selectRows(em, entity, { alias: 'r', sql: 'where r.operator_id = ? and r.id in (?)', params: [operatorId, ids] });
