import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';
import { applicationRole } from '../../src/platform/database/tenancy.js';

export interface BenchDatabase extends AsyncDisposable {
  /** As the application logs in: policies bind it. */
  readonly url: string;
  readonly ownerUrl: string;
}

/** A migrated database of its own in the cluster, with a login of its own. */
export async function createDatabase(clusterUrl: string): Promise<BenchDatabase> {
  const name = `bench_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  await asOwner(clusterUrl, [`create database ${name}`]);
  const ownerUrl = urlOf(clusterUrl, { pathname: `/${name}` });
  await migrate(ownerUrl);
  await asOwner(ownerUrl, [
    `create role ${name} login nosuperuser nobypassrls in role ${applicationRole} password '${password}'`,
  ]);
  return {
    ownerUrl,
    url: urlOf(ownerUrl, { username: name, password }),
    [Symbol.asyncDispose]: () => asOwner(clusterUrl, [`drop database ${name} with (force)`, `drop role ${name}`]),
  };
}

async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const urlOf = (url: string, change: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string =>
  Object.assign(new URL(url), change).href;
