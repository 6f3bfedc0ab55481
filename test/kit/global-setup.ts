import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { hasRedisServer } from './redis.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { migrate } from '../../src/platform/database/migrate.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's connection string to the cluster of this run. */
    ownerUrl: string;
  }
}

export const templateDatabase = 'template_ocorrencias';

/** One cluster a run, without durability; one migrated template, which each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasRedisServer()) {
    const missing = 'There is no redis-server on the PATH: the tests that need one are left out.';
    if (process.env.CI === 'true') throw new Error(missing);
    console.warn(missing);
  }
  const folder = await mkdtemp(join(tmpdir(), 'ocorrencias-test-'));
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    maxConnections: 300,
    log: () => undefined,
  });
  const client = new Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  await migrate(server.urlFor({ database: templateDatabase }));
  project.provide('ownerUrl', server.ownerUrl);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
