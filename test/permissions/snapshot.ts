import type { TestApp } from '../kit/app.js';
import { withClient } from '../kit/database.js';

/** Everything of an operator, table by table, as one text: whoever changes anything of it changes this. */
export const snapshotOf = (test: TestApp, operatorId: string): Promise<string> =>
  withClient(test.testDatabase.ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string; key: string }>(
      `select table_name as name, column_name as key from information_schema.columns
        where table_schema = 'public' and (column_name = 'operator_id' or (table_name = 'operator' and column_name = 'id'))
        order by 1`,
    );
    const parts = [];
    for (const { name, key } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
           from ${name} t where ${key} = $1`,
        [operatorId],
      );
      parts.push(`${name} ${rows[0]!.digest}`);
    }
    return parts.join('\n');
  });
