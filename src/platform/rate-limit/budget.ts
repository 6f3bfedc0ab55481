import { RateLimiterRes } from 'rate-limiter-flexible';
import type { FailFastRedis } from '../redis/fail-fast-redis.js';
import { MemoryLimiter } from './memory-limiter.js';
import { sharedLimiter } from './shared-limiter.js';

export interface BudgetOptions {
  readonly name: string;
  /** That each may spend in a window. */
  readonly quota: number;
  readonly windowSeconds: number;
  /** Null: this process counts for itself. */
  readonly redis: FailFastRedis | null;
}

/** How a budget stands after somebody asked for some of it. */
export interface Balance extends Pick<BudgetOptions, 'name' | 'quota' | 'windowSeconds'> {
  readonly granted: boolean;
  readonly cost: number;
  readonly left: number;
  /** Until the whole quota is there again. */
  readonly resetSeconds: number;
}

/** What each may spend in a window, which begins with the first that is spent. What is refused costs nothing. */
export class Budget {
  readonly #options: BudgetOptions;
  readonly #limiter: Pick<MemoryLimiter, 'consume'>;

  constructor(options: BudgetOptions) {
    this.#options = options;
    const { name, quota: points, windowSeconds: duration, redis } = options;
    const settings = { keyPrefix: `ocorrencias:rate:${name}`, points, duration };
    this.#limiter = redis ? sharedLimiter(settings, redis) : new MemoryLimiter(settings);
  }

  /** A cost of 0 asks how it stands. */
  async spend(key: string, cost: number): Promise<Balance> {
    try {
      return this.#balance(await this.#limiter.consume(key, cost), cost, true);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return this.#balance(refusal, cost, false);
    }
  }

  #balance({ consumedPoints, msBeforeNext }: RateLimiterRes, cost: number, granted: boolean): Balance {
    const { name, quota, windowSeconds } = this.#options;
    const spent = granted ? consumedPoints : consumedPoints - cost;
    const left = Math.max(0, quota - spent);
    return {
      name,
      quota,
      windowSeconds,
      granted,
      cost,
      left,
      resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  }
}
