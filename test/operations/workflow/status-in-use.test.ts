import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, it } from 'vitest';
import { lockConfiguration } from '../../../src/modules/workflow/index.js';
import { startTestApp, type TestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';
import { createExample, found, userErrors } from './example.js';
import { storeOccurrence } from './stored-occurrence.js';

async function untilSomebodyWaits(app: TestApp): Promise<void> {
  await withClient(app.testDatabase.ownerUrl, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        `select from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      );
      if (rowCount === 1) return;
    }
  });
}

/** A lock goes out with the statement behind it. */
async function lock(em: EntityManager, operatorId: string, mode: 'shared' | 'exclusive'): Promise<void> {
  await lockConfiguration(em, operatorId, mode);
  await em.execute('select 1');
}

it('does not deactivate a status that an occurrence enters at the same moment', async () => {
  await using app = await startTestApp();
  const configurator = await app.client('configurator');
  const { typeId, statuses } = await createExample(configurator);
  const deactivate = () =>
    configurator.data(
      `mutation ($id: ID!) { statusUpdate(id: $id, input: { active: false }) { status { id } ${userErrors} } }`,
      { id: statuses.auditoria },
    );
  const deactivation = await app.database.transaction({ operatorId: app.operators.alfa }, async (em) => {
    await lock(em, app.operators.alfa, 'shared');
    const waiting = deactivate();
    await untilSomebodyWaits(app);
    await storeOccurrence(app, typeId, statuses.auditoria!);
    return { waiting };
  });
  expect(found((await deactivation.waiting).statusUpdate)).toEqual(['IN_USE input.active']);
});

it('lets occurrences move side by side, and each operator configure by itself', async () => {
  await using app = await startTestApp();
  const { alfa, beta } = app.operators;
  const done: string[] = [];
  await app.database.transaction({ operatorId: alfa }, async (one) => {
    await lock(one, alfa, 'shared');
    await app.database.transaction({ operatorId: alfa }, (other) => lock(other, alfa, 'shared'));
    done.push('another move');
    await app.database.transaction({ operatorId: beta }, (other) => lock(other, beta, 'exclusive'));
    done.push("another operator's change");
  });
  expect(done).toEqual(['another move', "another operator's change"]);
});
