import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RedisBus } from '../../src/platform/events/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { hasRedisServer, startTestRedis, type TestRedis } from '../kit/redis.js';
import { TestStream } from '../kit/stream.js';
import { populate } from '../permissions/populate.js';

const follow = 'subscription ($id: ID!) { occurrenceUpdates(occurrenceId: $id) { kind event { version } } }';
const addNote =
  'mutation ($id: ID!) { occurrenceNoteAdd(id: $id, input: { body: "x" }) { cursor userErrors { code } } }';

describe.runIf(hasRedisServer())('two processes with Redis between them', () => {
  const log = createLogger('silent');
  const resources = new AsyncDisposableStack();
  let redis: TestRedis;
  let here: TestApp;
  let there: TestApp;
  let writer: TestClient;
  let reader: TestClient;
  let id: string;

  beforeAll(async () => {
    redis = resources.use(await startTestRedis());
    here = resources.use(await startTestApp({ bus: resources.use(new RedisBus(redis.url, log)) }));
    there = resources.use(await startTestApp({ beside: here, bus: resources.use(new RedisBus(redis.url, log)) }));
    id = (await populate(here, 'alfa')).occurrence!;
    writer = await here.client('attendant');
    reader = await there.client('attendant');
  });
  afterAll(() => resources.disposeAsync());

  const write = async () => {
    const { occurrenceNoteAdd } = await writer.data(addNote, { id });
    expect(occurrenceNoteAdd.userErrors).toEqual([]);
  };

  it('carry a change to the other one long before it would look by itself', async () => {
    await using stream = new TestStream<any>(reader, follow, { id });
    await stream.next();
    const delays: number[] = [];
    for (let i = 0; i < 20; i++) {
      await write();
      const committed = performance.now();
      await stream.next();
      delays.push(performance.now() - committed);
    }
    const median = delays.toSorted((one, other) => one - other)[10]!;
    expect(median).toBeLessThan(200);
  });

  it('lose nothing and fail nothing while Redis is killed and comes back, in order and once each', async () => {
    await using stream = new TestStream<any>(reader, follow, { id });
    await stream.next();
    const seen: number[] = [];
    const total = 60;
    const reading = (async () => {
      while (seen.length < total) seen.push((await stream.next()).occurrenceUpdates.event.version);
    })();
    for (let i = 0; i < total; i++) {
      if (i === 15) await redis.kill();
      if (i === 40) await redis.start();
      await write();
    }
    await reading;
    expect(seen).toEqual(Array.from({ length: total }, (_, index) => seen[0]! + index));
  });
});
