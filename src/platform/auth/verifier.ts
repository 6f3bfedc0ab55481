import { createLocalJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../shared/clock.js';
import { type Identity, identityFrom } from './claims.js';
import { developmentAudience, developmentIssuer, developmentKeys } from './development-keys.js';
import { InvalidToken } from './invalid-token.js';
import { KeysUnavailable, remoteKeys, type RemoteKeysOptions } from './remote-keys.js';
import { remembering } from './remembered-tokens.js';
import { type AuthSettings, type ClaimNames, defaultClaimNames } from './settings.js';

export interface TokenVerifier {
  /**
   * Null where there is no token at all.
   * @throws InvalidToken for a bad one; KeysUnavailable where the provider cannot be asked.
   */
  verify(authorization: string | undefined): Promise<Identity | null>;
}

/** Signatures that only the holder of a private key can make: no `none`, and no secret that a public key could stand for. */
const algorithms = 'EdDSA Ed25519 ES256 ES384 ES512 RS256 RS384 RS512 PS256 PS384 PS512'.split(' ');
const longestToken = 8 * 1024;
const toleranceSeconds = 30;

export interface VerifierSettings {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly claimNames: ClaimNames;
  readonly clock: Clock;
}

export function createTokenVerifier({ keys, issuer, audience, claimNames, clock }: VerifierSettings): TokenVerifier {
  const check = async (token: string): Promise<JWTPayload> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer,
        audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: toleranceSeconds,
        currentDate: clock.now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error;
      throw new InvalidToken(reasonOf(error));
    }
  };

  const payloadOf = remembering(check, clock);

  return {
    async verify(authorization) {
      if (authorization === undefined || authorization === '') return null;
      return identityFrom(await payloadOf(bearerToken(authorization)), claimNames);
    },
  };
}

/** The verifier that the settings ask for; development keys are made where there are none yet. */
export async function openTokenVerifier(
  settings: AuthSettings,
  dataDir: string,
  clock: Clock,
  options?: RemoteKeysOptions,
): Promise<TokenVerifier> {
  if (settings.kind === 'provider') {
    return createTokenVerifier({ ...settings, keys: remoteKeys(settings.jwksUrl, clock, options), clock });
  }
  const { publicKeys } = await developmentKeys(dataDir);
  return createTokenVerifier({
    keys: createLocalJWKSet(publicKeys),
    issuer: developmentIssuer,
    audience: developmentAudience,
    claimNames: defaultClaimNames,
    clock,
  });
}

function bearerToken(authorization: string): string {
  if (authorization.length > longestToken + 'Bearer '.length) throw new InvalidToken('longer than 8 KiB');
  const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) throw new InvalidToken('not a bearer token');
  return token;
}

/** The code and the claim at fault: the library's messages may quote the token. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return `${error.code} ${error.claim} ${error.reason}`;
  }
  return error instanceof errors.JOSEError ? error.code : 'cannot be checked';
}
