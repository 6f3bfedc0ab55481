import { type IRateLimiterOptions, RateLimiterRedis } from 'rate-limiter-flexible';
import type { FailFastRedis } from '../redis/fail-fast-redis.js';
import { MemoryLimiter } from './memory-limiter.js';

/** Takes points where they are left, and none where they are not, in one step: the same as in memory. */
const takeWhatIsLeft = `
redis.call('set', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local wanted = redis.call('get', KEYS[1]) + ARGV[1]
if wanted <= tonumber(ARGV[3]) then redis.call('incrby', KEYS[1], ARGV[1]) end
return {wanted, redis.call('pttl', KEYS[1])}
`;

/** Counts in Redis, for all processes together; while Redis fails, in memory. */
export function sharedLimiter(options: IRateLimiterOptions, redis: FailFastRedis): RateLimiterRedis {
  return new RateLimiterRedis({
    ...options,
    storeClient: redis.client,
    rejectIfRedisNotReady: true,
    customIncrTtlLuaScript: takeWhatIsLeft,
    insuranceLimiter: new Insurance(options, redis),
  });
}

/** Only asked where Redis has failed. */
class Insurance extends MemoryLimiter {
  readonly #redis: FailFastRedis;

  constructor(options: IRateLimiterOptions, redis: FailFastRedis) {
    super(options);
    this.#redis = redis;
  }

  override consume(key: string, points = 1, options = {}) {
    this.#redis.giveUp();
    return super.consume(key, points, options);
  }
}
