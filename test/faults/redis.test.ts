import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import { TestClient } from '../kit/client.js';
import { full, times } from '../kit/faults.js';
import { hasRedisServer, startTestRedis, type TestRedis } from '../kit/redis.js';
import { quantile, spread } from './figures.js';
import { Follower } from './follower.js';
import { allArrived, faultsSince, lateness } from './following.js';
import { Load } from './load.js';
import { type ApiPair, startPair } from './pair.js';

describe.runIf(hasRedisServer())('two processes with one Redis', () => {
  const resources = new AsyncDisposableStack();
  let redis: TestRedis;
  let pair: ApiPair;
  let urls: string[];

  beforeAll(async () => {
    redis = resources.use(await startTestRedis());
    // Limits are on, so that their Redis is asked too, and are never reached.
    pair = resources.use(await startPair({ REDIS_URL: redis.url, RATE_LIMIT_POINTS: '1000000000' }));
    urls = [pair.here.url, pair.there.url];
  }, 60_000);
  afterAll(() => resources.disposeAsync());

  const onEach = async (count: number, from: string, stack: AsyncDisposableStack): Promise<Follower[]> => {
    const all = Array.from({ length: count }, () => urls).flat();
    const followers = all.map((url) => stack.use(new Follower(() => url, pair.token, from)));
    await Promise.all(followers.map(({ ready }) => ready));
    return followers;
  };

  const write = (perSecond: number, followers: readonly Follower[]): Load =>
    new Load(
      urls.map((url) => new TestClient(url, pair.token)),
      pair.ids,
      { perSecond, arrived: () => Math.min(...followers.map(({ cursors }) => cursors.length)) },
    );

  it.for([
    ['is gone', () => redis.kill(), () => redis.start()],
    ['hangs', async () => redis.pause(), async () => redis.resume()],
  ] as const)(
    'while Redis %s no change fails or waits, and within 5 s of its return nobody lacks an event',
    { timeout: 200_000 },
    async ([_how, fail, recover], { annotate }) => {
      await using stack = new AsyncDisposableStack();
      const from = await pair.head();
      const followers = await onEach(2, from, stack);
      const load = stack.use(write(times(50, 100), followers));
      const warm = await load.goesOn({ seconds: times(1, 5), writes: 100 });
      const failed = await load.goesOn({ seconds: times(2, 30) });
      await fail();
      const back = await load.goesOn({ seconds: times(4, 30) });
      await recover();
      const caughtUp = await load.goesOn({ seconds: times(2, 5) });
      const end = await load.goesOn({ seconds: times(1, 10) });
      await load.stop();
      await allArrived(load, followers);

      const took = (since: number, until: number) =>
        load.between(since, until).map(({ sentAt, answeredAt }) => answeredAt - sentAt);
      const late = (since: number, until: number) => lateness(load.between(since, until), followers);
      const afterReturn = lateness(load.between(warm, back), followers, back);
      await annotate(
        [
          `${Math.round(load.between(warm, end).length / ((end - warm) / 1_000))} mutations/s`,
          `answers before: ${spread(took(warm, failed))}`,
          `answers while: ${spread(took(failed, back))}`,
          `answers after: ${spread(took(back, end))}`,
          `late before: ${spread(late(warm, failed))}`,
          `late while: ${spread(late(failed, back))}`,
          `late afterwards: ${spread(late(caughtUp, end))}`,
          `all there ${Math.round(Math.max(...afterReturn))} ms after its return`,
        ].join('\n'),
      );
      expect(load.failures).toEqual([]);
      expect(await faultsSince(from, pair, load, followers)).toEqual([]);
      expect(Math.max(...afterReturn)).toBeLessThan(5_000);
      // By polling.
      const polled = times(3_000, 1_000);
      expect(quantile(late(failed, back), 0.5)).toBeLessThan(quantile(late(warm, failed), 0.5) + polled);
      // In a few seconds the hundredth part is what happened to be under way, and waited its 100 ms for Redis.
      const [before, meanwhile] = [took(warm, failed), took(failed, back)];
      if (full) expect(quantile(meanwhile, 0.99)).toBeLessThan(2 * quantile(before, 0.99));
      else expect(quantile(meanwhile, 0.5)).toBeLessThan(4 * quantile(before, 0.5) + 50);
    },
  );

  it('connections to Redis are cut ten times, and no event is lost, comes twice or in another order', async ({
    annotate,
  }) => {
    await using stack = new AsyncDisposableStack();
    const commands = new Redis(redis.url);
    stack.defer(() => commands.disconnect());
    const from = await pair.head();
    const followers = await onEach(2, from, stack);
    const load = stack.use(write(times(100, 200), followers));
    const begun = performance.now();
    const cut: Record<string, number> = { pubsub: 0, normal: 0 };
    for (let turn = 0; turn < 10; turn++) {
      const kind = turn % 2 ? 'normal' : 'pubsub';
      await load.goesOn({ writes: times(20, 200) });
      // They are back from the last time.
      await vi.waitUntil(async () => (await connections(commands, 'pubsub')) === 2, { timeout: 30_000, interval: 20 });
      await vi.waitUntil(async () => (await connections(commands, 'normal')) > 4, { timeout: 30_000, interval: 20 });
      cut[kind]! += Number(await commands.call('client', 'kill', 'type', kind));
    }
    const end = await load.goesOn({ writes: times(20, 200) });
    await load.stop();
    await allArrived(load, followers);

    await annotate(
      `${Math.round(load.acknowledged.length / ((end - begun) / 1_000))} mutations/s, ` +
        `${cut.pubsub} + ${cut.normal} connections cut, late: ${spread(lateness(load.acknowledged, followers))}`,
    );
    expect(cut.pubsub).toBe(10);
    expect(cut.normal).toBeGreaterThanOrEqual(20);
    expect(load.failures).toEqual([]);
    expect(await faultsSince(from, pair, load, followers)).toEqual([]);
  }, 300_000);

  it(`a client that comes back ${times(100, 1_000)} times, to either process, misses nothing and is told nothing twice`, async ({
    annotate,
  }) => {
    await using stack = new AsyncDisposableStack();
    const chance = new Chance(1);
    const from = await pair.head();
    const follower = stack.use(new Follower(() => chance.oneOf(urls), pair.token, from));
    const load = stack.use(write(times(50, 100), [follower]));
    const begun = performance.now();
    for (let turn = 0; turn < times(100, 1_000); turn++) {
      const seen = follower.cursors.length + chance.below(3);
      const enough = () => follower.connected && follower.cursors.length >= seen;
      await vi.waitUntil(enough, { timeout: 30_000, interval: 1 });
      follower.disconnect();
      await vi.waitUntil(() => follower.closes.length > turn, { timeout: 30_000, interval: 1 });
    }
    await load.stop();
    await allArrived(load, [follower]);
    await annotate(
      `${follower.closes.length} reconnects, ${follower.cursors.length} events in ${Math.round(performance.now() - begun)} ms`,
    );
    expect(load.failures).toEqual([]);
    expect(await faultsSince(from, pair, load, [follower])).toEqual([]);
  }, 300_000);
});

async function connections(commands: Redis, type: 'pubsub' | 'normal'): Promise<number> {
  const list = (await commands.call('client', 'list', 'type', type)) as string;
  return list.trim().split('\n').length;
}
