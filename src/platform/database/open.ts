import { join } from 'node:path';
import type { EntitySchema } from '@mikro-orm/core';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { Database } from './database.js';
import { startEmbeddedPostgres } from './embedded/index.js';
import { describeLogin } from './login.js';
import { migrate, pendingMigrations } from './migrate.js';
import { announcePresence } from './presence.js';
import { applicationRole } from './tenancy.js';

export interface OpenOptions {
  /** null: the embedded PostgreSQL. */
  readonly database: { readonly url: string; readonly ownerUrl: string } | null;
  readonly dataDir: string;
  readonly production: boolean;
  readonly poolSize: number;
  readonly entities: readonly EntitySchema[];
  readonly log: (line: string) => void;
}

export interface OpenDatabase extends AsyncDisposable {
  readonly database: Database;
  /** How many other servers use the same database. */
  readonly others: number;
}

/** A start that cannot be: its message says what to do, for whoever starts the process. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Starts PostgreSQL where it is embedded, brings the schema up to date and opens the application's door to it. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const resources = new AsyncDisposableStack();
  try {
    const { url, ownerUrl } = options.database ?? (await embedded(options, resources));
    await migrateOrExplain(url, ownerUrl);
    const login = await describeLogin(url);
    if (login.bypassesRowLevelSecurity && options.production) {
      throw new CannotStart(
        `The database role "${login.name}" bypasses row-level security (superuser, BYPASSRLS, or owner of the tables). ` +
          `Set DATABASE_OWNER_URL to it, and DATABASE_URL to a login that is a member of ${applicationRole}.`,
      );
    }
    const database = resources.use(
      await Database.open({
        url,
        entities: options.entities,
        poolSize: options.poolSize,
        assumeApplicationRole: login.bypassesRowLevelSecurity,
      }),
    );
    const { others } = resources.use(await announcePresence(url));
    return { database, others, [Symbol.asyncDispose]: () => resources.disposeAsync() };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

async function migrateOrExplain(url: string, ownerUrl: string): Promise<void> {
  try {
    await migrate(ownerUrl);
  } catch (error) {
    // The application's own login may not migrate, and need not where nothing is left to do.
    const { code } = error as { code?: unknown };
    if (code !== '42501' || ownerUrl !== url) throw error;
    const pending = await pendingMigrations(url);
    if (pending.length > 0) {
      throw new CannotStart(`The database lacks ${pending.join(', ')}: run "npm run migrate" with DATABASE_OWNER_URL.`);
    }
  }
}

const databaseName = 'ocorrencias';
const loginName = 'ocorrencias';

async function embedded(
  options: OpenOptions,
  resources: AsyncDisposableStack,
): Promise<{ url: string; ownerUrl: string }> {
  const server = resources.use(
    await startEmbeddedPostgres({ dataDir: join(options.dataDir, 'postgres'), log: options.log }),
  );
  const { password } = new URL(server.ownerUrl);
  const ownerUrl = server.urlFor({ database: databaseName });
  await prepareEmbedded(server.ownerUrl, decodeURIComponent(password));
  return {
    ownerUrl,
    url: server.urlFor({ database: databaseName, user: loginName, password: decodeURIComponent(password) }),
  };
}

/** The database and the application's login, which policies bind. */
async function prepareEmbedded(ownerUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const ignoringExisting = (statement: string) =>
      client.query(`do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`);
    await ignoringExisting(`create role ${applicationRole} nologin nosuperuser nobypassrls`);
    await ignoringExisting(
      `create role ${escapeIdentifier(loginName)} login nosuperuser nobypassrls in role ${applicationRole}
         password ${escapeLiteral(password)}`,
    );
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(databaseName)}`).catch((error: { code?: unknown }) => {
        if (error.code !== '42P04') throw error;
      });
    }
  } finally {
    await client.end();
  }
}
