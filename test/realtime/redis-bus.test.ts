import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RedisBus } from '../../src/platform/events/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { hasRedisServer, startTestRedis, type TestRedis } from '../kit/redis.js';

let redis: TestRedis;
let here: RedisBus;
let there: RedisBus;
let logged: string[];

const start = async () => {
  redis = await startTestRedis();
  logged = [];
  const log = createLogger('info', { write: (line: string) => void logged.push(line) });
  here = new RedisBus(redis.url, log);
  there = new RedisBus(redis.url, log);
};
const stop = async () => {
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
};

/** Wakes until it has arrived: a subscription takes a moment to be known. */
const heardBy = async (listener: () => void, channel = 'opr_a') => {
  await vi.waitFor(
    () => {
      here.wake(channel);
      expect(listener).toHaveBeenCalled();
    },
    { timeout: 5_000, interval: 20 },
  );
};

describe.runIf(hasRedisServer())('the bus over Redis', () => {
  beforeEach(start);
  afterEach(stop);

  it('wakes listeners of other processes, on their channel alone', async () => {
    const woken = vi.fn<() => void>();
    const other = vi.fn<() => void>();
    there.listen('opr_a', woken);
    there.listen('opr_b', other);
    await heardBy(woken);
    expect(other).not.toHaveBeenCalled();
  });

  it('wakes its own process at once, and once', async () => {
    const woken = vi.fn<() => void>();
    const elsewhere = vi.fn<() => void>();
    here.listen('opr_a', woken);
    there.listen('opr_a', elsewhere);
    await heardBy(elsewhere);
    woken.mockClear();
    elsewhere.mockClear();
    here.wake('opr_a');
    expect(woken).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(elsewhere).toHaveBeenCalled());
    expect(woken).toHaveBeenCalledTimes(1);
  });

  it('does not wake who stopped listening', async () => {
    const stopped = vi.fn<() => void>();
    const going = vi.fn<() => void>();
    const stop = there.listen('opr_a', stopped);
    there.listen('opr_a', going);
    stop();
    stop();
    await heardBy(going);
    expect(stopped).not.toHaveBeenCalled();
  });

  it('holds nobody up while Redis is gone, and wakes everybody once it is back', async () => {
    const woken = vi.fn<() => void>();
    there.listen('opr_a', woken);
    await heardBy(woken);
    await redis.kill();
    const start = performance.now();
    for (let i = 0; i < 1_000; i++) here.wake('opr_a');
    expect(performance.now() - start).toBeLessThan(500);
    await vi.waitFor(() => expect(logged.join('')).toContain('Redis is out of reach'), { timeout: 5_000 });
    woken.mockClear();
    await redis.start();
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), { timeout: 5_000 });
    woken.mockClear();
    await heardBy(woken);
  });

  it('that was made while Redis is gone wakes everybody once it is there, and says so', async () => {
    await redis.kill();
    const said: string[] = [];
    const log = createLogger('info', { write: (line: string) => void said.push(line) });
    await using late = new RedisBus(redis.url, log);
    const woken = vi.fn<() => void>();
    late.listen('opr_a', woken);
    await vi.waitFor(() => expect(said.join('')).toContain('Redis is out of reach'), { timeout: 5_000 });
    await redis.start();
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), { timeout: 5_000 });
    expect(said.join('')).toContain('Redis is back');
  });

  it('holds nobody up while Redis hangs', async () => {
    const woken = vi.fn<() => void>();
    there.listen('opr_a', woken);
    await heardBy(woken);
    redis.pause();
    const mine = vi.fn<() => void>();
    here.listen('opr_a', mine);
    const start = performance.now();
    here.wake('opr_a');
    expect(mine).toHaveBeenCalled();
    expect(performance.now() - start).toBeLessThan(100);
    redis.resume();
    woken.mockClear();
    await heardBy(woken);
  });

  it('may be closed while Redis owes it answers: none of them ends the process', async () => {
    const unheard: unknown[] = [];
    const note = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', note);
    try {
      const listener = vi.fn<() => void>();
      const stopListening = there.listen('opr_a', listener);
      await heardBy(listener);
      redis.pause();
      stopListening();
      there.listen('opr_b', listener);
      await there[Symbol.asyncDispose]();
      // What nobody hears is told once the turn is over.
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      expect(unheard).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });

  it('keeps no more than a moment of unanswered wake-ups while Redis hangs', async () => {
    const woken = vi.fn<() => void>();
    there.listen('opr_a', woken);
    await heardBy(woken);
    const sending = vi.spyOn(Redis.prototype, 'sendCommand');
    redis.pause();
    for (let i = 0; i < 1_000; i++) here.wake('opr_a');
    const publisher = sending.mock.contexts[0] as unknown as { commandQueue: { length: number } };
    sending.mockRestore();
    expect(publisher.commandQueue.length).toBeGreaterThanOrEqual(1_000);
    await vi.waitFor(
      () => {
        here.wake('opr_a');
        expect(publisher.commandQueue.length).toBeLessThan(10);
      },
      { timeout: 5_000, interval: 20 },
    );
    redis.resume();
    woken.mockClear();
    await heardBy(woken);
  });
});
