import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * First statement of every change: shared where the change relies on the configuration, exclusive where it changes it. So
 * that what an occurrence moves by cannot be taken out of use before the move is committed. Held until the transaction ends.
 */
export async function lockConfiguration(
  em: EntityManager,
  operatorId: string,
  mode: 'shared' | 'exclusive',
): Promise<void> {
  const lock = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await em.execute(`select ${lock}(hashtextextended(?, 0))`, [`configuration ${operatorId}`]);
}
