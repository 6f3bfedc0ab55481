import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';
import type { Role } from '../../src/platform/auth/roles.js';
import { defaultClaimNames } from '../../src/platform/auth/settings.js';
import { createTokenVerifier, type TokenVerifier } from '../../src/platform/auth/verifier.js';
import type { Clock } from '../../src/shared/clock.js';

export interface TokenOptions {
  readonly operator?: string;
  readonly subject?: string;
  readonly name?: string;
  readonly scopes?: readonly string[];
  readonly expiresInSeconds?: number;
  readonly claims?: Record<string, unknown>;
}

export interface TokenIssuer {
  readonly verifier: TokenVerifier;
  /** What a provider would publish. */
  readonly keys: JSONWebKeySet;
  issue(roles: readonly Role[], options?: TokenOptions): Promise<string>;
}

export const issuer = 'https://issuer.example';
export const audience = 'ocorrencias';

/** Keys of this test alone, checked by the product's own verifier. */
export async function createTokenIssuer(clock: Clock): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const published = { keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] };
  const keys = createLocalJWKSet(published);
  return {
    verifier: createTokenVerifier({ keys, issuer, audience, claimNames: defaultClaimNames, clock }),
    keys: published,
    async issue(roles, { operator = 'alfa', subject, name, scopes = [], expiresInSeconds = 3600, claims = {} } = {}) {
      const seconds = Math.floor(clock.now().getTime() / 1000);
      const who = subject ?? `${roles[0]!.toLowerCase()}.${operator}`;
      return new SignJWT({ operator, roles, name: name ?? who, scope: scopes.join(' '), ...claims })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setSubject(who)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + expiresInSeconds)
        .sign(privateKey);
    },
  };
}
