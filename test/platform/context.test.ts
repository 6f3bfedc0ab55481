import type { Caller } from '../../src/platform/auth/caller.js';
import { expect, it, vi } from 'vitest';
import { contextValue, RequestContext } from '../../src/platform/graphql/context.js';
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

it('what a change has found is known until a snapshot is opened, which may be of a later moment', async () => {
  await using app = await startTestApp();
  const caller: Caller = {
    operatorId: app.operators.alfa,
    kind: 'STAFF',
    personId: 'att_none',
    subject: 'carla',
    name: 'Carla Dias',
    roles: ['ATTENDANT'],
    permissions: new Set(),
    expiresAt: new Date('2100-01-01T00:00:00.000Z'),
  };
  await using ctx = new RequestContext({ database: app.database, clock: app.clock, caller });
  const valueOf = contextValue(() => 'as it is read');
  valueOf.foretell(ctx, 'as the change found it');
  expect(valueOf(ctx)).toBe('as the change found it');
  await ctx.read();
  expect(valueOf(ctx)).toBe('as it is read');
});
