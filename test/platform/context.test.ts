import { expect, it, vi } from 'vitest';
import { startTestApp } from '../kit/app.js';
import { withClient } from '../kit/database.js';

it('an operation leaves no snapshot open, even where an error answers before all of its fields have ended', async () => {
  await using app = await startTestApp();
  const attendant = await app.client('attendant');
  for (let count = 0; count < 10; count++) {
    const { errors } = await attendant.execute(
      `{ a: occurrences(first: 0) { totalCount } b: occurrences { totalCount streamCursor } viewer { operator { name } }
         c: beneficiaries { nodes { dependants { id } } } d: occurrenceCounters { byStatus { status { key } } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  }
  await vi.waitFor(async () => {
    const { rows } = await withClient(app.testDatabase.ownerUrl, (client) =>
      client.query(
        `select query from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      ),
    );
    expect(rows).toEqual([]);
  });
});
