import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * How many occurrences are in each of these statuses. Asks the table itself, which belongs to a module above this one; the
 * exclusive lock keeps the answer true until the change is committed.
 */
export async function countInStatuses(
  em: EntityManager,
  operatorId: string,
  statusIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (statusIds.length === 0) return new Map();
  const rows = await em.execute<{ status_id: string; count: string }[]>(
    'select status_id, count(*) as count from occurrence where operator_id = ? and status_id in (?) group by status_id',
    [operatorId, statusIds],
  );
  return new Map(rows.map((row) => [row.status_id, Number(row.count)]));
}
