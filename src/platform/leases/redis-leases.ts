import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { FailFastRedis } from '../redis/fail-fast-redis.js';
import { InProcessLeases } from './in-process-leases.js';
import { type Held, type LeaseChange, type Leased, leaseMs, type LeaseStore } from './lease-store.js';

const prefix = 'ocorrencias:leases:';
const answersWithinMs = 500;

/** ARGV: how many are taken; each of them with its milliseconds; then those who give up. */
const holdScript = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local changed = redis.call('zremrangebyscore', KEYS[1], '-inf', now)
local taken = tonumber(ARGV[1])
for i = 1, taken do
  changed = changed + redis.call('zadd', KEYS[1], now + tonumber(ARGV[2 * i + 1]), ARGV[2 * i])
end
for i = 2 * taken + 2, #ARGV do
  changed = changed + redis.call('zrem', KEYS[1], ARGV[i])
end
local held = redis.call('zrange', KEYS[1], 0, -1, 'withscores')
if #held > 0 then redis.call('pexpire', KEYS[1], held[#held] - now) end
for i = 2, #held, 2 do held[i] = held[i] - now end
return {changed, held}
`;

type Answer = [changed: number, held: (string | number)[]];
type Scripted = Redis & { holdLeases(key: string, ...args: (string | number)[]): Promise<Answer> };

/**
 * The leases of all processes together, by the time of Redis. While it is gone each process knows its own; once it is
 * back each says them again.
 */
export class RedisLeases implements LeaseStore, AsyncDisposable {
  readonly lastsMs: number;
  readonly #own: InProcessLeases;
  readonly #redis: FailFastRedis;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(url: string, log: Logger, lastsMs: number = leaseMs) {
    this.lastsMs = lastsMs;
    this.#own = new InProcessLeases(lastsMs);
    this.#redis = new FailFastRedis(url, log, {
      name: 'leases',
      answersWithinMs,
      meanwhile: 'each process knows who is present by itself',
      again: 'who is present is known together',
      onReady: () => this.#sayAgain(),
    });
    this.#redis.client.defineCommand('holdLeases', { numberOfKeys: 1, lua: holdScript });
  }

  async hold(key: string, { take = [], giveUp = [] }: LeaseChange): Promise<Leased> {
    const own = this.#own.hold(key, { take, giveUp });
    const taken = take.map((holder) => ({ holder, forMs: this.lastsMs }));
    return (await this.#ask(key, taken, giveUp)) ?? own;
  }

  /** What is under way is said first. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#underWay);
    this.#redis[Symbol.dispose]();
  }

  /** Null where Redis does not answer. */
  async #ask(key: string, take: readonly Held[], giveUp: readonly string[]): Promise<Leased | null> {
    const client = this.#redis.client as Scripted;
    const taken = take.flatMap(({ holder, forMs }) => [holder, Math.ceil(forMs)]);
    const asking = client.holdLeases(prefix + key, take.length, ...taken, ...giveUp);
    this.#underWay.add(asking);
    try {
      const [changed, held] = await asking;
      return { held: pairs(held), changed: changed > 0 };
    } catch {
      this.#redis.giveUp();
      return null;
    } finally {
      this.#underWay.delete(asking);
    }
  }

  #sayAgain(): void {
    for (const [key, held] of this.#own.all()) void this.#ask(key, held, []);
  }
}

const pairs = (flat: readonly (string | number)[]): Held[] =>
  Array.from({ length: flat.length / 2 }, (_, index) => ({
    holder: String(flat[2 * index]),
    forMs: Number(flat[2 * index + 1]),
  }));
