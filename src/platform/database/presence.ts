import { Client } from 'pg';

/** Any number that no other lock of the product uses. */
const presenceLock = 7_105_233_002;

export interface Presence extends AsyncDisposable {
  /** How many other servers used the same database when this one came. */
  readonly others: number;
}

/** Says that a server uses this database, for as long as it lives, and sees who else does. */
export async function announcePresence(url: string): Promise<Presence> {
  const client = new Client({ connectionString: url, application_name: 'ocorrencias server' });
  // Losing the connection only means that later ones do not see this server.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
  const { rows } = await client.query<{ others: string }>(
    `select count(distinct pid) as others from pg_locks
      where locktype = 'advisory' and granted and pid <> pg_backend_pid()
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = $1`,
    [presenceLock],
  );
  return { others: Number(rows[0]?.others), [Symbol.asyncDispose]: () => client.end() };
}
