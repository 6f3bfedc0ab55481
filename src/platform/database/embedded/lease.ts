import { realpath } from 'node:fs/promises';
import pg from 'pg';

/** Any number that nothing else locks: the letters "ocor". */
const key = 0x6f_63_6f_72;
const lockNotAvailable = '55P03';

/** A connection that says "this process uses the server". It ends with the process, however that ends. */
export interface Lease {
  /** Gives the lease up. True when nobody else has one; from then on nobody gets one either. */
  giveUp(): Promise<boolean>;
  /** Closes the connection. */
  end(): Promise<void>;
}

/**
 * Takes a share of an advisory lock. Whoever gives up its share and then gets the whole lock was the last, and may stop
 * the server; a process that asks for a share in that moment waits, loses its connection and starts a server anew.
 */
export async function takeLease(url: string, dataDir: string, onLost: () => void): Promise<Lease> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'ocorrencias lease',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  let held = false;
  client.on('error', () => undefined);
  client.on('end', () => {
    if (held) onLost();
  });
  const end = async () => {
    held = false;
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const served = rows[0]?.data_directory ?? '';
    if (served !== (await realpath(dataDir))) throw new Error(`A server of another cluster, ${served}, answers.`);
    await client.query('select pg_advisory_lock_shared($1)', [key]);
  } catch (error) {
    await end();
    throw error;
  }
  held = true;
  // Missing in the types: the connection alone keeps no process alive.
  const connection = client as pg.Client & { ref(): void; unref(): void };
  connection.unref();
  return {
    end,
    giveUp: async () => {
      held = false;
      // While the answer is waited for it does: a command that has nothing else to do would end in the middle.
      connection.ref();
      await client.query('select pg_advisory_unlock_shared($1)', [key]);
      // Not at once: the server needs a moment to see that a process killed just before is gone.
      await client.query('set lock_timeout = 200');
      try {
        await client.query('select pg_advisory_lock($1)', [key]);
        return true;
      } catch (error) {
        if ((error as { code?: string }).code === lockNotAvailable) return false;
        throw error;
      }
    },
  };
}
