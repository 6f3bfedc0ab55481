import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestClient } from '../kit/client.js';
import { times } from '../kit/faults.js';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';
import { RawSocket } from '../realtime/raw-socket.js';
import { Balancer } from './balancer.js';
import { spread } from './figures.js';
import { Follower } from './follower.js';
import { allArrived, faultsSince, lateness } from './following.js';
import { Load } from './load.js';
import { type ApiPair, startPair } from './pair.js';

const asking = 200;
const sockets = times(200, 1_000);
const query = '{ viewer { operator { slug } } }';
const queue = 'subscription { queueUpdates { cursor } }';

describe.runIf(hasRedisServer())('two processes, of which one stops', () => {
  const resources = new AsyncDisposableStack();
  let pair: ApiPair;

  beforeAll(async () => {
    const redis = resources.use(await startTestRedis());
    pair = resources.use(await startPair({ REDIS_URL: redis.url, RATE_LIMIT_POINTS: '1000000000' }));
  }, 60_000);
  afterAll(() => resources.disposeAsync());

  it(`at SIGTERM ${asking} who ask are answered, ${sockets} sockets close with 1001, and it ends well within 10 s`, async ({
    annotate,
  }) => {
    await using stack = new AsyncDisposableStack();
    const open = await openSockets(stack);
    const answers: number[] = [];
    const failures: string[] = [];
    const ask = async () => {
      for (let told = false; !told; ) {
        try {
          const response = await fetch(`${pair.here.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${pair.token}` },
            body: JSON.stringify({ query }),
          });
          expect(await response.json()).toEqual({ data: { viewer: { operator: { slug: 'demo' } } } });
          answers.push(response.status);
          told = response.headers.get('connection') === 'close';
        } catch (error) {
          const { message, cause } = error as Error;
          failures.push(`${message} ${(cause as Error | undefined)?.message ?? ''}`);
          return;
        }
      }
    };
    const askers = Array.from({ length: asking }, ask);
    await vi.waitUntil(() => failures.length > 0 || answers.length >= 2 * asking, { timeout: 60_000, interval: 5 });
    const before = answers.length;
    const { code, tookMs } = await pair.here.end();
    await Promise.all(askers);
    const codes = await Promise.all(open.map(async ({ closed }) => (await closed).code));
    await annotate(
      `${answers.length - before} answers after the signal, ${failures.length} failed, ` +
        `${codes.filter((one) => one === 1001).length} sockets closed with 1001, ended after ${Math.round(tookMs)} ms`,
    );
    expect(failures).toEqual([]);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(codes).toEqual(open.map(() => 1001));
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    await pair.here.start();
  }, 180_000);

  it('both restart one after the other behind a balancer: no request fails, and streams go on elsewhere', async ({
    annotate,
  }) => {
    await using stack = new AsyncDisposableStack();
    const balancer = stack.use(await Balancer.start([pair.here.url, pair.there.url]));
    const bothServe = () => vi.waitUntil(() => balancer.ready === 2, { timeout: 30_000, interval: 10 });
    await bothServe();
    const from = await pair.head();
    const followers = Array.from({ length: 6 }, () => stack.use(new Follower(() => balancer.url, pair.token, from)));
    await Promise.all(followers.map(({ ready }) => ready));
    const load = stack.use(
      new Load([new TestClient(balancer.url, pair.token)], pair.ids, {
        perSecond: times(50, 100),
        arrived: () => Math.min(...followers.map(({ cursors }) => cursors.length)),
      }),
    );
    const ends = [];
    for (let round = 0; round < times(1, 5); round++) {
      for (const api of [pair.here, pair.there]) {
        await load.goesOn({ writes: 30 });
        ends.push(await api.end());
        await load.goesOn({ writes: 30 });
        await api.start();
        await bothServe();
      }
    }
    await load.goesOn({ writes: 30 });
    await load.stop();
    await allArrived(load, followers);
    const closes = followers.flatMap((follower) => follower.closes);
    await annotate(
      `${ends.length} restarts, ${load.acknowledged.length} mutations, ${load.failures.length} failed, ` +
        `${closes.length} streams went on elsewhere, late: ${spread(lateness(load.acknowledged, followers))}`,
    );
    expect(load.failures).toEqual([]);
    expect(await faultsSince(from, pair, load, followers)).toEqual([]);
    expect(closes).toEqual(closes.map(() => 1001));
    // Each restart leaves the other process with all of them.
    expect(closes.length).toBeGreaterThanOrEqual(followers.length);
    expect(ends.filter(({ code }) => code !== 0)).toEqual([]);
  }, 300_000);

  async function openSockets(stack: AsyncDisposableStack): Promise<RawSocket[]> {
    const open: RawSocket[] = [];
    while (open.length < sockets) {
      const some = Array.from({ length: 50 }, () => RawSocket.admitted(`${pair.here.url}/graphql`, pair.token));
      open.push(...(await Promise.all(some)).map((socket) => stack.use(socket)));
    }
    for (const socket of open) socket.subscribe('1', queue);
    await vi.waitUntil(() => open.every(({ frames }) => frames.length >= 2), { timeout: 60_000, interval: 20 });
    return open;
  }
});
