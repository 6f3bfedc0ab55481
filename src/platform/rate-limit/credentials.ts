import { createHash } from 'node:crypto';
import type { Identity } from '../auth/claims.js';
import { InvalidToken } from '../auth/invalid-token.js';
import type { TokenVerifier } from '../auth/verifier.js';
import type { Balance } from './budget.js';
import type { RateLimits } from './rate-limits.js';

/** Too many tokens from an address proved nothing: no other is looked at for now. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';

  constructor(readonly balance: Balance) {
    super('too many tokens from there proved nothing');
  }
}

const rememberedTokens = 10_000;

/**
 * Verifies tokens, and counts by address those that prove nothing. Whoever came with a good one before goes on: what a
 * neighbour behind the same address guesses locks nobody out who is at work, and costs them no question to Redis.
 */
export class Credentials {
  readonly #verifier: TokenVerifier;
  readonly #limits: RateLimits;
  readonly #good = new Set<string>();

  constructor(verifier: TokenVerifier, limits: RateLimits) {
    this.#verifier = verifier;
    this.#limits = limits;
  }

  /** @throws TooManyFailures, and what the verifier throws. */
  async verify(authorization: string | undefined, address: string): Promise<Identity | null> {
    if (!authorization) return null;
    const digest = createHash('sha256').update(authorization).digest('base64');
    if (!this.#good.has(digest)) {
      const refusal = await this.#limits.failuresRefused(address);
      if (refusal) throw new TooManyFailures(refusal);
    }
    try {
      const identity = await this.#verifier.verify(authorization);
      if (this.#good.size >= rememberedTokens) this.#good.clear();
      this.#good.add(digest);
      return identity;
    } catch (error) {
      this.#good.delete(digest);
      if (error instanceof InvalidToken) await this.#limits.countFailure(address);
      throw error;
    }
  }
}
