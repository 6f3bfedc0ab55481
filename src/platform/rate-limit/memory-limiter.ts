import { RateLimiterMemory } from 'rate-limiter-flexible';

/** What is refused costs nothing: a caller whose operation is too large for what is left may still make smaller ones. */
export class MemoryLimiter extends RateLimiterMemory {
  override async consume(key: string, points = 1, options = {}) {
    try {
      return await super.consume(key, points, options);
    } catch (refusal) {
      await this.reward(key, points, options);
      throw refusal;
    }
  }
}
