import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../kit/app.js';
import { RawSocket } from '../realtime/raw-socket.js';

let app: TestApp;
let resources: AsyncDisposableStack;
beforeEach(() => {
  resources = new AsyncDisposableStack();
});
afterEach(() => resources.disposeAsync());

/** Two tokens from an address may prove nothing, and a stranger may spend six. */
async function start(trusted: string): Promise<void> {
  app = resources.use(
    await startTestApp({
      environment: { TRUSTED_PROXIES: trusted, RATE_LIMIT_POINTS: '600' },
      rateLimits: { failures: 2 },
    }),
  );
}

const headers = (forwarded: string | null): Record<string, string> =>
  forwarded === null ? {} : { 'x-forwarded-for': forwarded };

/** With a token that proves nothing: 401 while tokens from there are looked at, then 429. */
async function guess(forwarded: string | null): Promise<number> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer guess', ...headers(forwarded) },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  await response.body?.cancel();
  return response.status;
}

/** The same over WebSocket: 4403, then 1013. */
async function guessOverWebSocket(forwarded: string | null): Promise<number> {
  await using raw = await RawSocket.open(`${app.url}/graphql`, undefined, headers(forwarded));
  raw.send({ type: 'connection_init', payload: { authorization: 'Bearer guess' } });
  return (await raw.closed).code;
}

/** Without a token: what is left for a stranger from there. */
async function stranger(forwarded: string | null): Promise<string | null> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers(forwarded) },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  await response.body?.cancel();
  return /r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1] ?? null;
}

describe.each([
  ['from where no proxy is trusted', ''],
  ['from an address that is none of the trusted proxies', '10.0.0.0/8,2001:db8::/32'],
])('%s', (_where, trusted) => {
  it('a header that names another address changes nothing, at either door', async () => {
    await start(trusted);
    expect([await guess('203.0.113.1'), await guessOverWebSocket('203.0.113.2')]).toEqual([401, 4403]);
    expect([await guess('203.0.113.3'), await guessOverWebSocket('203.0.113.4'), await guess(null)]).toEqual([
      429, 1013, 429,
    ]);
    expect([await stranger('203.0.113.5'), await stranger('203.0.113.6'), await stranger(null)]).toEqual([
      '4',
      '2',
      '0',
    ]);
  });
});

describe('from a trusted proxy', () => {
  beforeEach(() => start('127.0.0.0/8, 10.0.0.7'));

  it('callers count by the address that it names, at both doors together', async () => {
    expect([await guess('203.0.113.1'), await guessOverWebSocket('203.0.113.1')]).toEqual([401, 4403]);
    expect([await guess('203.0.113.1'), await guessOverWebSocket('203.0.113.1')]).toEqual([429, 1013]);
    expect([await guess('203.0.113.2'), await guessOverWebSocket('203.0.113.2')]).toEqual([401, 4403]);
    expect([await stranger('203.0.113.1'), await stranger('203.0.113.2')]).toEqual(['4', '4']);
  });

  it('the right-most address that is no proxy counts: what a client wrote before it changes nothing', async () => {
    const forged = (index: number) => `198.51.100.${index}, 203.0.113.1, 10.0.0.7`;
    expect([await guess(forged(1)), await guessOverWebSocket(forged(2))]).toEqual([401, 4403]);
    expect([await guess(forged(3)), await guessOverWebSocket(forged(4))]).toEqual([429, 1013]);
    expect([await guess('203.0.113.1'), await guess('198.51.100.1')]).toEqual([429, 401]);
  });

  it('without a usable address the proxy itself counts', async () => {
    expect([await guess('unknown'), await guessOverWebSocket(null)]).toEqual([401, 4403]);
    expect([await guess(null), await guessOverWebSocket('x'.repeat(1000)), await guess('203.0.113.1')]).toEqual([
      429, 1013, 401,
    ]);
  });
});
