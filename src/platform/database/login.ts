import { Client } from 'pg';

export interface Login {
  readonly name: string;
  /** Superuser, BYPASSRLS, or owner of the tables: policies would not bind it. */
  readonly bypassesRowLevelSecurity: boolean;
}

/** Who the connection string logs in as, and whether row-level security holds for them. */
export async function describeLogin(url: string): Promise<Login> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; bypasses: boolean }>(
      `select current_user as name,
              (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
              or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          where n.nspname = 'public' and c.relname = 'occurrence'
                            and pg_has_role(current_user, c.relowner, 'usage')) as bypasses`,
    );
    const [login] = rows;
    if (!login) throw new Error('PostgreSQL did not say who is logged in');
    return { name: login.name, bypassesRowLevelSecurity: login.bypasses };
  } finally {
    await client.end();
  }
}
