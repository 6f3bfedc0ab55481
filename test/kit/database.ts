import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/platform/database/database.js';
import type { Tenancy } from '../../src/platform/database/tenancy.js';
import { templateDatabase } from './global-setup.js';

export interface TestDatabase extends AsyncDisposable {
  /** Owner's connection string: row-level security does not bind it. */
  readonly ownerUrl: string;
  readonly database: Database;
  /** A second door to the same database. */
  open(options?: { tenancy?: Tenancy; poolSize?: number; onQuery?: (sql: string) => void }): Promise<Database>;
}

/** A database of its own, cloned from the migrated template. */
export async function createTestDatabase(
  options: { onQuery?: (sql: string) => void; poolSize?: number } = {},
): Promise<TestDatabase> {
  const clusterUrl = inject('ownerUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(clusterUrl, (client) => client.query(`create database ${name} template ${templateDatabase}`));
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const resources = new AsyncDisposableStack();
  resources.defer(async () => {
    await withClient(clusterUrl, (client) => client.query(`drop database ${name} with (force)`));
  });

  const open: TestDatabase['open'] = async ({ tenancy, poolSize = 10, onQuery } = {}) =>
    resources.use(
      await Database.open({
        url: url.href,
        entities,
        poolSize,
        assumeApplicationRole: true,
        ...(tenancy && { tenancy }),
        ...(onQuery && { logQuery: onQuery }),
      }),
    );
  return {
    ownerUrl: url.href,
    database: await open(options),
    open,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
