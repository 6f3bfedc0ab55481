import { expect, it, vi } from 'vitest';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';
import { startPair } from './pair.js';

const query = '{ occurrences(first: 80) { nodes { id } } }';
const points = 1_000;

it.runIf(hasRedisServer())(
  'two processes count what a caller spends together; without Redis each limits by itself',
  async () => {
    await using redis = await startTestRedis();
    await using pair = await startPair({ REDIS_URL: redis.url, RATE_LIMIT_POINTS: `${points}` });
    let callers = 0;
    const ask = async (url: string, token: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      await response.json();
      return { status: response.status, left: Number(/r=(\d+)/.exec(response.headers.get('ratelimit')!)![1]) };
    };
    /** How often somebody new is let in who asks these in turn, until each of them has refused. */
    const granted = async (...urls: string[]): Promise<number> => {
      const token = await pair.tokenFor(`caller${(callers += 1)}`);
      for (let count = 0, refused = 0; ; ) {
        const { status } = await ask(urls[(count + refused) % urls.length]!, token);
        expect([200, 429]).toContain(status);
        if (status === 200) count += 1;
        else if ((refused += 1) === urls.length) return count;
      }
    };
    const first = await ask(pair.here.url, await pair.tokenFor('first'));
    const quota = Math.floor(points / (points - first.left));
    expect(quota).toBeGreaterThan(2);

    // Where Redis takes longer than they wait for it, as on a busy machine, they count apart.
    await vi.waitFor(async () => expect(await granted(pair.here.url, pair.there.url)).toBe(quota), 30_000);
    await redis.kill();
    expect(await granted(pair.here.url)).toBe(quota);
    expect(await granted(pair.here.url, pair.there.url)).toBe(2 * quota);
  },
  120_000,
);
