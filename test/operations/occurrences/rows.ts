import type { TestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';

/** How many rows each table holds, of all operators: what is refused changes none of it. */
export async function rowCounts(app: TestApp): Promise<Record<string, number>> {
  return withClient(app.testDatabase.ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const counted = await client.query<{ count: string }>(`select count(*) from ${client.escapeIdentifier(name)}`);
      counts[name] = Number(counted.rows[0]?.count);
    }
    return counts;
  });
}
