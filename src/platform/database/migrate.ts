import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { migrations } from '../../../migrations/index.js';
import { installJobs } from '../jobs/install.js';
import { jobSchema } from '../jobs/queues.js';
import { applicationRole } from './tenancy.js';

/** Any number that no other lock of the product uses: processes that start together migrate one after the other. */
const migrationLock = 7_105_233_001;
const migrationTable = 'migration';

/**
 * Brings a database to the newest schema and gives the application's role its rights. Run by the owner of the tables.
 * Returns the names of the migrations that were applied.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await createApplicationRole(client);
    const applied = await applyMigrations(ownerUrl);
    await installJobs(ownerUrl);
    await grantRights(client);
    return applied;
  } finally {
    await client.end();
  }
}

/** The names of migrations that the database does not have yet; asked with the application's rights, changes nothing. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      migrationTable,
    ]);
    const done = known.rows[0]?.there
      ? await client.query<{ name: string }>(`select name from ${migrationTable}`)
      : null;
    const names = new Set(done?.rows.map((row) => row.name));
    return migrations.map((migration) => migration.name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}

async function applyMigrations(clientUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, tableName: migrationTable, snapshot: false, silent: true },
  });
  try {
    return (await orm.migrator.up()).map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}

async function createApplicationRole(client: Client): Promise<void> {
  // Roles belong to the whole server: another database's migration may make it at the same moment.
  await client.query(`do $$ begin
    create role ${applicationRole} nologin nosuperuser nobypassrls;
  exception when duplicate_object or unique_violation then null; end $$`);
}

async function grantRights(client: Client): Promise<void> {
  await client.query(`
    grant usage on schema public to ${applicationRole};
    grant select, insert, update, delete on all tables in schema public to ${applicationRole};
    revoke update, delete on occurrence_event, configuration_change from ${applicationRole};
    revoke insert, update, delete on ${migrationTable} from ${applicationRole};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${applicationRole};
    grant usage on schema ${jobSchema} to ${applicationRole};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${applicationRole};
    grant usage on all sequences in schema ${jobSchema} to ${applicationRole};
    grant execute on all functions in schema ${jobSchema} to ${applicationRole};`);
}
