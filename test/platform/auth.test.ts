import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvalidToken } from '../../src/platform/auth/invalid-token.js';
import { KeysUnavailable, type RemoteKeysOptions } from '../../src/platform/auth/remote-keys.js';
import { defaultClaimNames } from '../../src/platform/auth/settings.js';
import { openTokenVerifier, type TokenVerifier } from '../../src/platform/auth/verifier.js';

const issuer = 'https://login.example.org/';
const start = Date.parse('2026-11-24T12:00:00Z');

/** A provider on loopback: what it publishes, how often it was asked, and whether it is up. */
let server: Server;
let published: JWK[];
let requests: number;
let failing: boolean;
let present: number;

beforeEach(async () => {
  published = [];
  requests = 0;
  failing = false;
  present = start;
  server = createServer((_, response) => {
    requests += 1;
    response.statusCode = failing ? 503 : 200;
    response.end(failing ? '' : JSON.stringify({ keys: published }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function open(options?: RemoteKeysOptions): Promise<TokenVerifier> {
  const { port } = server.address() as AddressInfo;
  const settings = {
    issuer,
    audience: 'ocorrencias',
    jwksUrl: `http://127.0.0.1:${port}/keys`,
    claimNames: defaultClaimNames,
  };
  return openTokenVerifier({ kind: 'provider', ...settings }, '/nowhere', { now: () => new Date(present) }, options);
}

/** A new key: what is to be published of it, and a header with a token that it signed, good for a day. */
async function signingKey(kid: string): Promise<{ jwk: JWK; authorization: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const token = await new SignJWT({ operator: 'demo', roles: 'attendant', name: 'Carla' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(issuer)
    .setAudience('ocorrencias')
    .setSubject('carla')
    .setExpirationTime(start / 1000 + 86_400)
    .sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }, authorization: `Bearer ${token}` };
}

describe('keys of a provider', () => {
  test('are fetched once and then kept', async () => {
    const { jwk, authorization } = await signingKey('one');
    published = [jwk];
    const verifier = await open();
    const identities = await Promise.all(Array.from({ length: 10 }, () => verifier.verify(authorization)));
    expect(identities.map((identity) => identity?.subject)).toEqual(Array.from({ length: 10 }, () => 'carla'));
    expect(requests).toBe(1);
  });

  test('rotate: a token by a new key is accepted at once, and one by the key before it goes on to be', async () => {
    const [one, two] = [await signingKey('one'), await signingKey('two')];
    const verifier = await open({ cooldownMs: 0 });
    published = [one.jwk];
    await verifier.verify(one.authorization);
    published = [one.jwk, two.jwk];
    expect(await verifier.verify(two.authorization)).toMatchObject({ subject: 'carla' });
    expect(await verifier.verify(one.authorization)).toMatchObject({ subject: 'carla' });
    expect(requests).toBe(2);
  });

  test('that are unknown do not make every token a question to the provider', async () => {
    const [one, stranger] = [await signingKey('one'), await signingKey('stranger')];
    published = [one.jwk];
    const verifier = await open();
    await verifier.verify(one.authorization);
    for (let i = 0; i < 5; i++) await expect(verifier.verify(stranger.authorization)).rejects.toThrow(InvalidToken);
    expect(requests).toBe(1);
  });

  test('that are withdrawn stop counting after ten minutes', async () => {
    const [one, two] = [await signingKey('one'), await signingKey('two')];
    published = [one.jwk];
    const verifier = await open();
    await verifier.verify(one.authorization);
    published = [two.jwk];
    present += 10 * 60_000;
    await expect(verifier.verify(one.authorization)).rejects.toThrow(InvalidToken);
    expect(await verifier.verify(two.authorization)).toMatchObject({ subject: 'carla' });
  });

  test('go on to count while the provider is down, and it is asked no more than every ten minutes', async () => {
    const { jwk, authorization } = await signingKey('one');
    published = [jwk];
    const failures: unknown[] = [];
    const verifier = await open({ onRefreshFailure: (error) => failures.push(error) });
    await verifier.verify(authorization);
    failing = true;
    present += 3_600_000;
    for (let i = 0; i < 5; i++) expect(await verifier.verify(authorization)).toMatchObject({ subject: 'carla' });
    expect(requests).toBe(2);
    expect(failures).toHaveLength(1);
  });

  test('that never could be read leave tokens unjudged, until they can', async () => {
    const { jwk, authorization } = await signingKey('one');
    published = [jwk];
    failing = true;
    const verifier = await open();
    await expect(verifier.verify(authorization)).rejects.toThrow(KeysUnavailable);
    failing = false;
    expect(await verifier.verify(authorization)).toMatchObject({ subject: 'carla' });
  });

  test('that are shared secrets are of no use', async () => {
    const secret = 'a-secret-of-at-least-thirty-two-bytes!';
    published = [{ kty: 'oct', kid: 'shared', alg: 'HS256', k: Buffer.from(secret).toString('base64url') }];
    const token = await new SignJWT({ operator: 'demo', roles: 'attendant' })
      .setProtectedHeader({ alg: 'HS256', kid: 'shared' })
      .setIssuer(issuer)
      .setAudience('ocorrencias')
      .setSubject('carla')
      .setExpirationTime(start / 1000 + 60)
      .sign(new TextEncoder().encode(secret));
    const verifier = await open();
    await expect(verifier.verify(`Bearer ${token}`)).rejects.toThrow(InvalidToken);
    expect(requests).toBe(0);
  });
});
