import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { withClient } from './database.js';
import { wayTo } from './way.js';

/** A PostgreSQL of a test's own that loses nothing, at an address that stays the same over its restarts. */
export interface TestPostgres extends AsyncDisposable {
  /** Of a database in it, as the owner. */
  readonly url: string;
  start(): Promise<void>;
  /** Cuts off all sessions and ends without writing anything, as `pg_ctl stop -m immediate`. */
  stopImmediately(): Promise<void>;
}

export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'ocorrencias-postgres-'));
  const dataDir = join(folder, 'postgres');
  const launch = () => startEmbeddedPostgres({ dataDir, log: () => undefined });
  let server = await launch();
  const database = 'ocorrencias';
  await withClient(server.ownerUrl, (sql) => sql.query(`create database ${database}`));
  const way = await wayTo(new URL(server.urlFor({ database })));
  return {
    url: way.url,
    start: async () => {
      server = await launch();
      await way.mend(new URL(server.ownerUrl));
    },
    stopImmediately: async () => {
      const pidFile = join(dataDir, 'postmaster.pid');
      const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGQUIT');
      await vi.waitUntil(() => isGone(pid), { timeout: 10_000, interval: 5 });
      await way.cut();
    },
    [Symbol.asyncDispose]: async () => {
      await way[Symbol.asyncDispose]();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}
