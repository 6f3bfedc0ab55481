import { inspect } from 'node:util';
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { InvalidToken } from './invalid-token.js';
import { KeysUnavailable } from './remote-keys.js';
import { defaultClaimNames } from './settings.js';
import { createTokenVerifier, type TokenVerifier } from './verifier.js';

const issuer = 'https://login.example.org/';
const audience = 'ocorrencias';
const now = Date.parse('2026-11-24T12:00:00Z') / 1000;
const clock = { now: () => new Date(now * 1000) };
const claims = { iss: issuer, aud: audience, sub: 'ana', operator: 'demo', roles: ['ATTENDANT'], exp: now + 300 };

const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS384'];
const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
let verifier: TokenVerifier;

beforeAll(async () => {
  for (const alg of algorithms) pairs.set(alg, await generateKeyPair(alg, { extractable: true }));
  const keys = await Promise.all(
    [...pairs].map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg, alg })),
  );
  verifier = createTokenVerifier({
    keys: createLocalJWKSet({ keys }),
    issuer,
    audience,
    claimNames: defaultClaimNames,
    clock,
  });
});

const sign = (payload: JWTPayload, alg = 'EdDSA', key = pairs.get(alg)!.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg, kid: alg }).sign(key);

const sized = (padding: number) => sign({ ...claims, padding: 'x'.repeat(padding) });

async function reasonFor(authorization: string): Promise<string> {
  const error: unknown = await verifier.verify(authorization).catch((caught: unknown) => caught);
  return error instanceof InvalidToken ? error.reason : `not refused as invalid: ${JSON.stringify(error)}`;
}

describe('a token', () => {
  test.each(algorithms)('signed by %s is accepted', async (alg) => {
    expect(await verifier.verify(`Bearer ${await sign(claims, alg)}`)).toMatchObject({
      subject: 'ana',
      expiresAt: new Date((now + 300) * 1000),
    });
  });

  test.each([undefined, ''])('that is not there (%j) is nobody, and no error', async (authorization) => {
    expect(await verifier.verify(authorization)).toBeNull();
  });

  test('is taken whatever the case of its scheme', async () => {
    expect(await verifier.verify(`bearer  ${await sign(claims)} `)).toMatchObject({ subject: 'ana' });
  });

  test.each(['Basic YTpi', 'Bearer', 'Bearer ', ' ', 'x', 'Bearer a b'])('%j is none', async (authorization) => {
    expect(await reasonFor(authorization)).toBe('not a bearer token');
  });

  test.each(['x', 'a.b.c', '..', 'e30.e30.', `${'a'.repeat(50)}.${'b'.repeat(50)}.`, '{"alg":"none"}', 'é.é.é'])(
    'garbled to %j is refused',
    async (token) => {
      expect(await reasonFor(`Bearer ${token}`)).toMatch(/^ERR_J/);
    },
  );

  test('signed with another key is refused', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await reasonFor(`Bearer ${await sign(claims, 'EdDSA', privateKey)}`)).toBe(
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    );
  });

  test('changed after it was signed is refused', async () => {
    const [header, , signature] = (await sign(claims)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...claims, roles: ['SUPERVISOR'] })).toString('base64url');
    expect(await reasonFor(`Bearer ${header}.${payload}.${signature}`)).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  test('without a signature (alg none) is refused', async () => {
    const token = new UnsecuredJWT(claims).encode();
    expect(await reasonFor(`Bearer ${token}`)).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
    const [, payload] = token.split('.');
    const header = Buffer.from('{"alg":"none","kid":"EdDSA"}').toString('base64url');
    expect(await reasonFor(`Bearer ${header}.${payload}.`)).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
  });

  test('of HS256, signed with the public key as its secret, is refused', async () => {
    const { publicKey } = pairs.get('RS256')!;
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(await exportJWK(publicKey))]) {
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'RS256' })
        .sign(new TextEncoder().encode(secret));
      expect(await reasonFor(`Bearer ${token}`)).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
    }
  });

  test('that brings its own key along is refused', async () => {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'EdDSA', jwk: await exportJWK(publicKey) })
      .sign(privateKey);
    expect(await reasonFor(`Bearer ${token}`)).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  test.each([
    [
      'of another issuer',
      { iss: 'https://elsewhere.example.org/' },
      'ERR_JWT_CLAIM_VALIDATION_FAILED iss check_failed',
    ],
    ['of no issuer', { iss: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED iss missing'],
    ['for another audience', { aud: ['billing'] }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud check_failed'],
    ['for no audience', { aud: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED aud missing'],
    ['without an end', { exp: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED exp missing'],
    ['without a subject', { sub: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED sub missing'],
    ['that has expired', { exp: now - 30 }, 'ERR_JWT_EXPIRED exp check_failed'],
    ['that does not hold yet', { nbf: now + 31 }, 'ERR_JWT_CLAIM_VALIDATION_FAILED nbf check_failed'],
    ['of unknown roles alone', { roles: ['admin'] }, 'no role that is known'],
    ['of a beneficiary who is staff', { roles: 'BENEFICIARY ATTENDANT' }, 'BENEFICIARY combines with no other role'],
    ['of no operator', { operator: undefined }, 'no usable operator'],
  ])('%s is refused', async (_, change, reason) => {
    expect(await reasonFor(`Bearer ${await sign({ ...claims, ...change })}`)).toBe(reason);
  });

  test('may be off by less than 30 seconds, and says exactly when it ends', async () => {
    const token = await sign({ ...claims, exp: now - 29, nbf: now + 30, aud: ['billing', audience] });
    expect(await verifier.verify(`Bearer ${token}`)).toMatchObject({ expiresAt: new Date((now - 29) * 1000) });
  });

  test('of more than 8 KiB is refused before it is looked at, and one just below is taken', async () => {
    const large = await sized(5_700);
    expect(large.length).toBeLessThanOrEqual(8_192);
    expect(await verifier.verify(`Bearer ${large}`)).toMatchObject({ subject: 'ana' });
    expect(await reasonFor(`Bearer ${await sized(6_200)}`)).toBe('longer than 8 KiB');
  });

  test('that cannot be checked for want of keys is not called invalid', async () => {
    const unavailable = createTokenVerifier({
      keys: () => Promise.reject(new KeysUnavailable('down')),
      issuer,
      audience,
      claimNames: defaultClaimNames,
      clock,
    });
    await expect(unavailable.verify(`Bearer ${await sign(claims)}`)).rejects.toThrow(KeysUnavailable);
  });

  test('that is refused leaves nothing of its content in the error', async () => {
    const token = await sign({ ...claims, iss: 'cpf 52998224725', sub: 'cpf 52998224725' });
    const error: unknown = await verifier.verify(`Bearer ${token}`).catch((caught: unknown) => caught);
    expect(String(error)).toBe('InvalidToken: invalid token: ERR_JWT_CLAIM_VALIDATION_FAILED iss check_failed');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('52998224725');
  });
});
