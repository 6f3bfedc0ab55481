import type { Identity } from '../../platform/auth/claims.js';
import { InvalidToken } from '../../platform/auth/invalid-token.js';
import type { TokenVerifier } from '../../platform/auth/verifier.js';
import type { Clock } from '../../shared/clock.js';
import type { Freshness, KnownApiTokens } from './known-api-tokens.js';
import { digestOf, operatorSlugOf } from './token-text.js';

export interface ApiTokenVerifierParts {
  readonly known: KnownApiTokens;
  readonly clock: Clock;
  /** Of all other tokens. */
  readonly others: TokenVerifier;
}

/** Verifies the tokens that the product gave out itself, and leaves the rest to whom they come from. */
export class ApiTokenVerifier implements TokenVerifier {
  readonly #parts: ApiTokenVerifierParts;

  constructor(parts: ApiTokenVerifierParts) {
    this.#parts = parts;
  }

  async verify(authorization: string | undefined): Promise<Identity | null> {
    const text = /^Bearer +(ocr_\S*)$/i.exec(authorization?.trim() ?? '')?.[1];
    if (text === undefined) return this.#parts.others.verify(authorization);
    const operatorSlug = operatorSlugOf(text);
    if (operatorSlug === null) throw new InvalidToken('no API token that was ever made');
    const digest = digestOf(text);
    const token = await this.#parts.known.find(operatorSlug, digest, 'lately');
    if (!token) throw new InvalidToken('an unknown or revoked API token');
    const { id, name, scopes, expiresAt } = token;
    if (expiresAt <= this.#parts.clock.now()) throw new InvalidToken('an API token that has expired');
    return {
      operatorSlug,
      subject: id,
      name,
      roles: ['INTEGRATION'],
      scopes,
      expiresAt,
      claims: {},
      apiTokenDigest: digest,
    };
  }

  /** False once the API token that it was made of is revoked; other tokens hold until they expire. */
  async stillHolds({ operatorSlug, apiTokenDigest }: Identity, freshness: Freshness): Promise<boolean> {
    if (apiTokenDigest === undefined) return true;
    return (await this.#parts.known.find(operatorSlug, apiTokenDigest, freshness)) !== null;
  }
}
