import type { Pool, PoolClient } from 'pg';

/**
 * Takes a connection out of the pool as soon as it is lost, whoever holds it. Kysely gives one back after a commit or a
 * rollback that succeeded alone, so each connection lost within a transaction would else take a place in the pool for good.
 */
export function dropLostConnections(pool: Pool): void {
  const held = new Set<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    const drop = () => {
      if (!held.delete(client)) return;
      client.release(true);
      // Whoever holds it still gives it back later, which must not count twice.
      client.release = () => undefined;
    };
    client.on('error', drop);
    client.on('end', drop);
  });
}
