import type { Logger } from 'pino';
import { type Balance, Budget } from './budget.js';
import { FailFastRedis } from '../redis/fail-fast-redis.js';
import { addressKey, type Payer } from './payer.js';

export interface RateLimitOptions {
  /** Cost that a caller may spend in a window; 0: no limit. */
  readonly points: number;
  /** Null: this process counts for itself. */
  readonly redisUrl: string | null;
  readonly log: Logger;
  readonly windowSeconds?: number;
  /** Tokens that prove nothing, by address and window. */
  readonly failures?: number;
  /** How long anybody waits for Redis. */
  readonly redisAnswersWithinMs?: number;
}

/** What every operation costs, beside its fields. */
const baseCost = 1;

/** A stranger gets nothing but the schema. */
const strangersPart = 1 / 100;

/** What callers may spend, and how often credentials may fail. */
export class RateLimits implements Disposable {
  readonly #redis: FailFastRedis | null;
  readonly #budgets: { readonly caller: Budget; readonly address: Budget; readonly failures: Budget } | null;

  constructor(options: RateLimitOptions) {
    const { points, redisUrl, log, windowSeconds = 60, failures = 100, redisAnswersWithinMs = 100 } = options;
    const limited = points > 0;
    this.#redis = limited && redisUrl !== null ? counting(redisUrl, log, redisAnswersWithinMs) : null;
    const shared = { windowSeconds, redis: this.#redis };
    this.#budgets = limited
      ? {
          caller: new Budget({ ...shared, name: 'default', quota: points }),
          address: new Budget({ ...shared, name: 'stranger', quota: Math.ceil(points * strangersPart) }),
          failures: new Budget({ ...shared, name: 'credentials', quota: failures }),
        }
      : null;
  }

  /** For one operation whose fields cost as much; null where nothing is limited. */
  async charge(payer: Payer, cost: number): Promise<Balance | null> {
    return this.#budgets?.[payer.share].spend(payer.key, baseCost + cost) ?? null;
  }

  /** A token from there proved nothing. */
  async countFailure(address: string): Promise<void> {
    await this.#budgets?.failures.spend(addressKey(address), 1);
  }

  /** Why tokens from there are not looked at for now; null where they are. */
  async failuresRefused(address: string): Promise<Balance | null> {
    const balance = await this.#budgets?.failures.spend(addressKey(address), 0);
    return balance && balance.left === 0 ? { ...balance, granted: false } : null;
  }

  [Symbol.dispose](): void {
    this.#redis?.[Symbol.dispose]();
  }
}

const counting = (url: string, log: Logger, answersWithinMs: number): FailFastRedis =>
  new FailFastRedis(url, log, {
    name: 'rate-limit',
    answersWithinMs,
    meanwhile: 'each process limits rates by itself',
    again: 'rates are limited together',
  });
