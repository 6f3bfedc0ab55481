import { expect, it } from 'vitest';
import { TestClient } from '../kit/client.js';
import { times } from '../kit/faults.js';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';
import { spread } from './figures.js';
import { Follower } from './follower.js';
import { allArrived, faultsSince, lateness } from './following.js';
import { Load } from './load.js';
import { startPair } from './pair.js';

const warning = 'Other processes use the same database: set REDIS_URL for all of them.';

it.runIf(hasRedisServer())(
  'a server without Redis beside another one says so at its start, and by polling nobody misses an event',
  async ({ annotate }) => {
    await using redis = await startTestRedis();
    const unlimited = { RATE_LIMIT_POINTS: '0' };
    // A drain that would be noticed.
    const alone = { ...unlimited, SHUTDOWN_DRAIN_MS: '9000' };
    await using pair = await startPair({ ...unlimited, REDIS_URL: redis.url }, alone);
    expect(pair.here.output).not.toContain(warning);
    expect(pair.there.output).toContain(warning);
    const urls = [pair.here.url, pair.there.url];
    const from = await pair.head();
    await using stack = new AsyncDisposableStack();
    const followers = urls.map((url) => stack.use(new Follower(() => url, pair.token, from)));
    await Promise.all(followers.map(({ ready }) => ready));
    const load = stack.use(
      new Load(
        urls.map((url) => new TestClient(url, pair.token)),
        pair.ids,
        { perSecond: 50, arrived: () => Math.min(...followers.map(({ cursors }) => cursors.length)) },
      ),
    );
    await load.goesOn({ seconds: times(2, 20), writes: 50 });
    await load.stop();
    await allArrived(load, followers);
    const late = lateness(load.acknowledged, followers);
    await annotate(`late: ${spread(late)}`);
    expect(load.failures).toEqual([]);
    expect(await faultsSince(from, pair, load, followers)).toEqual([]);
    expect(Math.max(...late)).toBeLessThan(5_000);

    const { code, tookMs } = await pair.there.end('SIGINT');
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(9_000);
  },
  120_000,
);
