import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/platform/database/database.js';
import { InProcessBus } from '../../src/platform/events/bus.js';
import { openJobs } from '../../src/open-jobs.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { TestClient } from '../kit/client.js';
import { TestClock } from '../kit/clock.js';
import { createTestDatabase } from '../kit/database.js';
import { createTestOperators } from '../kit/operators.js';
import { createTokenIssuer } from '../kit/tokens.js';
import { wayTo } from '../kit/way.js';

it('without its database the app is alive and not ready, says SERVICE_UNAVAILABLE with 503, and recovers by itself', async () => {
  await using resources = new AsyncDisposableStack();
  const test = resources.use(await createTestDatabase());
  const clock = new TestClock();
  await createTestOperators(test.database, clock.now());
  const way = resources.use(await wayTo(new URL(test.ownerUrl)));
  const database = resources.use(
    await Database.open({ url: way.url, entities, poolSize: 4, assumeApplicationRole: true }),
  );
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-lost-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  const tokens = await createTokenIssuer(clock);
  const logged: string[] = [];
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const app = resources.use(
    await createApp({
      config: readConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir }),
      database,
      bus: new InProcessBus(),
      clock,
      jobs: resources.use(await openJobs(database, log, false)),
      log,
      verifier: tokens.verifier,
    }),
  );
  const url = await app.listen();
  const status = async (path: string) => (await fetch(url + path)).status;
  const known = new TestClient(url, await tokens.issue(['ATTENDANT']));
  const stranger = new TestClient(url, await tokens.issue(['ATTENDANT'], { subject: 'new' }));
  const query = '{ occurrenceTypes { id } }';
  expect(await known.execute(query)).toEqual({ status: 200, data: { occurrenceTypes: [] } });
  expect(await status('/readyz')).toBe(200);

  await way.cut();
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
  const message = 'The service is busy or restarting; try again.';
  for (const client of [known, stranger]) {
    expect(await client.execute(query)).toMatchObject({
      status: 503,
      data: null,
      errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
  }
  expect(logged.join()).not.toContain('unexpected error');

  await way.mend();
  await vi.waitFor(async () => expect(await status('/readyz')).toBe(200));
  for (const client of [known, stranger]) expect((await client.execute(query)).status).toBe(200);
});
