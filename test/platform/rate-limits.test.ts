import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../src/platform/observability/logger.js';
import { type RateLimitOptions, RateLimits } from '../../src/platform/rate-limit/index.js';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';

const caller = (key: string) => ({ share: 'caller', key }) as const;
const stranger = (key: string) => ({ share: 'address', key }) as const;

const limits = (options: Partial<RateLimitOptions> = {}) =>
  new RateLimits({ points: 100, redisUrl: null, log: createLogger('silent'), ...options });

describe('what a caller may spend', () => {
  it('is a number of points in a window: the cost, and one for each operation', async () => {
    using mine = limits();
    expect(await mine.charge(caller('a'), 59)).toEqual({
      name: 'default',
      quota: 100,
      windowSeconds: 60,
      granted: true,
      cost: 60,
      left: 40,
      resetSeconds: 60,
    });
    expect(await mine.charge(caller('a'), 39)).toMatchObject({ granted: true, left: 0 });
    expect(await mine.charge(caller('a'), 0)).toMatchObject({ granted: false, left: 0, cost: 1 });
    expect(await mine.charge(caller('b'), 0)).toMatchObject({ granted: true, left: 99 });
  });

  it('is not less for what was refused', async () => {
    using mine = limits();
    await mine.charge(caller('a'), 59);
    expect(await mine.charge(caller('a'), 40)).toMatchObject({ granted: false, left: 40, cost: 41 });
    expect(await mine.charge(caller('a'), 39)).toMatchObject({ granted: true, left: 0 });
  });

  it('is there again in the next window', async () => {
    using mine = limits({ windowSeconds: 1 });
    expect(await mine.charge(caller('a'), 99)).toMatchObject({ granted: true, resetSeconds: 1 });
    expect(await mine.charge(caller('a'), 0)).toMatchObject({ granted: false });
    await vi.waitFor(async () => expect(await mine.charge(caller('a'), 99)).toMatchObject({ granted: true }), 5_000);
  });

  it('is a hundredth without a token', async () => {
    using mine = limits({ points: 200 });
    expect(await mine.charge(stranger('192.0.2.1'), 0)).toMatchObject({ granted: true, quota: 2, left: 1 });
    expect(await mine.charge(stranger('192.0.2.1'), 1)).toMatchObject({ granted: false });
    expect(await mine.charge(stranger('192.0.2.2'), 1)).toMatchObject({ granted: true });
  });

  it('has no limit with 0 points, nor have failures', async () => {
    using mine = limits({ points: 0, failures: 1 });
    expect(await mine.charge(caller('a'), 1e9)).toBeNull();
    await mine.countFailure('192.0.2.1');
    await mine.countFailure('192.0.2.1');
    expect(await mine.failuresRefused('192.0.2.1')).toBeNull();
  });

  it('counts as many failures of an address as are allowed, then refuses', async () => {
    using mine = limits({ failures: 2 });
    for (let i = 0; i < 2; i++) {
      expect(await mine.failuresRefused('192.0.2.1')).toBeNull();
      await mine.countFailure('192.0.2.1');
    }
    expect(await mine.failuresRefused('192.0.2.1')).toMatchObject({ name: 'credentials', granted: false, quota: 2 });
    expect(await mine.failuresRefused('192.0.2.2')).toBeNull();
  });
});

/** Two processes on one Redis, both connected. */
async function two(options: Partial<RateLimitOptions> = {}) {
  const resources = new AsyncDisposableStack();
  const redis = resources.use(await startTestRedis());
  const logged: string[] = [];
  const log = createLogger('info', { write: (line: string) => void logged.push(line) });
  const process = () => resources.use(limits({ redisUrl: redis.url, log, ...options }));
  const processes = [process(), process()] as const;
  const connected = async () => {
    for (const [index, one] of processes.entries()) await together(redis.url, one, `probe${index}`);
  };
  await connected();
  return { redis, here: processes[0], there: processes[1], logged, connected, end: () => resources.disposeAsync() };
}

/** Waits until what a process takes is counted in Redis. */
async function together(url: string, process: RateLimits, probe: string): Promise<void> {
  const client = new Redis(url);
  await client.del(`ocorrencias:rate:default:${probe}`);
  await vi.waitFor(
    async () => {
      await process.charge(caller(probe), 0);
      expect(await client.exists(`ocorrencias:rate:default:${probe}`)).toBe(1);
    },
    { timeout: 10_000, interval: 20 },
  );
  client.disconnect();
}

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe.runIf(hasRedisServer())('over Redis', () => {
  // What Redis answers late on a busy machine is no matter of these.
  const patient = { redisAnswersWithinMs: 5_000 };

  it('processes spend from one budget, and what is refused costs nothing', async () => {
    const { here, there, end } = await two(patient);
    expect(await here.charge(caller('a'), 59)).toMatchObject({ granted: true, left: 40 });
    expect(await there.charge(caller('a'), 40)).toMatchObject({ granted: false, left: 40, cost: 41 });
    expect(await there.charge(caller('a'), 29)).toMatchObject({ granted: true, left: 10 });
    expect(await here.charge(caller('a'), 10)).toMatchObject({ granted: false, left: 10 });
    expect(await here.charge(caller('b'), 99)).toMatchObject({ granted: true, left: 0 });
    await end();
  });

  it('of 200 that ask at once as many are granted as there are points, and no more', async () => {
    const { here, there, end } = await two(patient);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? here : there).charge(caller('a'), 0)),
    );
    expect(answers.filter((balance) => balance?.granted)).toHaveLength(100);
    await end();
  });

  it('failures of an address count for all', async () => {
    const { here, there, end } = await two({ ...patient, failures: 2 });
    await here.countFailure('192.0.2.1');
    expect(await there.failuresRefused('192.0.2.1')).toBeNull();
    await there.countFailure('192.0.2.1');
    expect(await here.failuresRefused('192.0.2.1')).toMatchObject({ granted: false });
    await end();
  });

  it('a budget ends with its window', async () => {
    const { here, there, end } = await two({ ...patient, windowSeconds: 1 });
    await vi.waitFor(async () => expect(await here.charge(caller('a'), 99)).toMatchObject({ granted: true }), 5_000);
    await vi.waitFor(async () => expect(await there.charge(caller('a'), 99)).toMatchObject({ granted: true }), 5_000);
    await end();
  });

  it('while Redis is gone each process limits by itself, at once; afterwards they limit together again', async () => {
    const { redis, here, there, logged, connected, end } = await two();
    await redis.kill();
    const took = await elapsed(async () => {
      for (let i = 0; i < 100; i++) expect(await here.charge(caller('a'), 0)).toMatchObject({ granted: true });
    });
    expect(took).toBeLessThan(1_000);
    expect(await here.charge(caller('a'), 0)).toMatchObject({ granted: false, left: 0 });
    expect(await there.charge(caller('a'), 0)).toMatchObject({ granted: true, left: 99 });
    await vi.waitFor(() => expect(logged.join('')).toContain('each process limits rates by itself'));
    await redis.start();
    await connected();
    expect(logged.join('')).toContain('rates are limited together');
    await end();
  });

  it('while Redis hangs the first wait 100 ms for it, and nobody after them', async () => {
    const { redis, here, connected, end } = await two();
    redis.pause();
    const first = await elapsed(async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => here.charge(caller('a'), 0)));
      expect(answers.every((balance) => balance?.granted)).toBe(true);
    });
    const next = await elapsed(async () => {
      for (let i = 0; i < 50; i++) expect(await here.charge(caller('a'), 0)).toMatchObject({ granted: true });
    });
    expect(await here.charge(caller('a'), 0)).toMatchObject({ granted: false });
    expect(first).toBeLessThan(600);
    expect(next).toBeLessThan(600);
    redis.resume();
    await connected();
    await end();
  });
});
