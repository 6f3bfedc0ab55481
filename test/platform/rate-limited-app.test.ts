import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp, type TestAppOptions } from '../kit/app.js';
import { TestClient } from '../kit/client.js';
import { hasRedisServer, startTestRedis } from '../kit/redis.js';
import { RawSocket } from '../realtime/raw-socket.js';

/** A list counts as ten, with an id in each; and one for itself. */
const query = '{ occurrenceTypes { id } }';
const cost = 21;
const queue = 'subscription { queueUpdates { cursor } }';

let app: TestApp;
let others: AsyncDisposableStack;

const start = async (points: number, options: Partial<TestAppOptions> = {}): Promise<TestApp> =>
  others.use(
    await startTestApp({ ...options, environment: { RATE_LIMIT_POINTS: `${points}`, ...options.environment } }),
  );

beforeEach(() => {
  others = new AsyncDisposableStack();
});
afterEach(() => others.disposeAsync());

const post = async (url: string, token: string | null, body: object = { query }) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const { headers } = response;
  return {
    status: response.status,
    body: (await response.json()) as any,
    policy: headers.get('ratelimit-policy'),
    limit: headers.get('ratelimit'),
    retryAfter: headers.get('retry-after'),
  };
};

describe('over HTTP', () => {
  it('answers tell what is left; beyond it they are 429 and RATE_LIMITED, for that caller and no other', async () => {
    app = await start(2 * cost + 5);
    const { token } = await app.client('attendant');
    const first = await post(app.url, token);
    expect(first).toMatchObject({ status: 200, policy: '"default";q=47;w=60', retryAfter: null });
    expect(first.limit).toBe('"default";r=26;t=60');
    expect((await post(app.url, token)).limit).toMatch(/^"default";r=5;t=(60|5\d)$/);
    const refused = await post(app.url, token);
    expect(refused.status).toBe(429);
    expect(refused.limit).toMatch(/^"default";r=5;t=(60|5\d)$/);
    expect(refused.retryAfter).toMatch(/^(60|5\d)$/);
    expect(refused.body).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^The operation costs 21, and 5 are left of the 47 for 60 seconds: ask for less, or again in \d+ seconds\.$/,
          ),
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect((await post(app.url, token, { query: '{ __typename }' })).status).toBe(200);
    const neighbours = [{ subject: 'somebody.else' }, { operator: 'beta' }];
    for (const neighbour of neighbours) {
      expect((await post(app.url, (await app.client('attendant', neighbour)).token)).status).toBe(200);
    }
  });

  it('a caller is a person, whatever the token', async () => {
    app = await start(cost);
    expect((await post(app.url, (await app.client('attendant')).token)).status).toBe(200);
    const again = await app.client('attendant', { expiresInSeconds: 60 });
    expect((await post(app.url, again.token)).status).toBe(429);
  });

  it('nothing is executed of what is refused', async () => {
    app = await start(cost);
    const { token } = await app.client('attendant');
    await post(app.url, token, { query: '{ __typename }' });
    app.statements.length = 0;
    expect((await post(app.url, token)).status).toBe(429);
    expect(app.statements).toEqual([]);
  });

  it('what costs more than anybody may spend is BAD_USER_INPUT and said to be so, not to be tried again; it costs nothing', async () => {
    app = await start(cost - 1);
    const { token } = await app.client('attendant');
    const refused = await post(app.url, token);
    expect(refused).toMatchObject({ status: 400, limit: '"default";r=20;t=60', retryAfter: null });
    expect(refused.body).toEqual({
      errors: [
        {
          message:
            'The operation costs 21, and never more than 20 may be spent in 60 seconds: ask for shorter pages, or for less in each.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    const small = await post(app.url, token, { query: '{ __typename }' });
    expect([small.status, small.limit]).toEqual([200, expect.stringMatching(/^"default";r=18;/)]);
  });

  it('what is malformed costs one, until nothing is left', async () => {
    app = await start(2);
    const { token } = await app.client('attendant');
    expect(await post(app.url, token, { query: '{' })).toMatchObject({ status: 400, limit: '"default";r=1;t=60' });
    expect((await post(app.url, token, { query: '{ nothing }' })).status).toBe(400);
    const refused = await post(app.url, token, { query: '{' });
    expect(refused.status).toBe(429);
    expect(refused.body.errors[0].extensions).toEqual({ code: 'RATE_LIMITED' });
  });

  it('what is refused before it is looked at costs one as well', async () => {
    app = await start(3);
    const { token } = await app.client('attendant');
    const deep = `${'{ a '.repeat(60)}${'}'.repeat(60)}`;
    const tooLarge = await post(app.url, token, { query: deep });
    expect(tooLarge).toMatchObject({ status: 400, limit: '"default";r=2;t=60' });
    expect(tooLarge.body.errors[0].extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await post(app.url, token, { query: queue })).status).toBe(400);
    expect(await post(app.url, token, { query: '{' })).toMatchObject({ status: 400, limit: '"default";r=0;t=60' });
    const refused = await post(app.url, token, { query: deep });
    expect(refused).toMatchObject({ status: 429, limit: expect.stringMatching(/^"default";r=0;/) });
    expect(refused.body.errors[0].extensions).toEqual({ code: 'RATE_LIMITED' });
    expect(refused.retryAfter).toMatch(/^(60|5\d)$/);
  });

  it('a stranger has a hundredth, by address', async () => {
    app = await start(400);
    const ask = () => post(app.url, null, { query: '{ __typename }' });
    expect(await ask()).toMatchObject({ status: 200, policy: '"stranger";q=4;w=60', limit: '"stranger";r=2;t=60' });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    expect((await post(app.url, (await app.client('attendant')).token)).status).toBe(200);
  });

  it('0 switches it off, and no header tells of it', async () => {
    app = await start(0);
    const { token } = await app.client('attendant');
    for (let i = 0; i < 20; i++) {
      expect(await post(app.url, token)).toMatchObject({ status: 200, policy: null, limit: null });
    }
  });
});

describe('credentials', () => {
  it('that prove nothing are refused unseen after some; who is at work from the same address goes on', async () => {
    app = await start(100_000, { rateLimits: { failures: 3 } });
    const { token } = await app.client('attendant');
    expect((await post(app.url, token)).status).toBe(200);
    for (let i = 0; i < 3; i++) expect((await post(app.url, `guess${i}`)).status).toBe(401);
    const refused = await post(app.url, 'guess3');
    expect(refused).toMatchObject({ status: 429, policy: '"credentials";q=3;w=60' });
    expect(refused.limit).toMatch(/^"credentials";r=0;t=(60|5\d)$/);
    expect(refused.retryAfter).toMatch(/^(60|5\d)$/);
    expect(refused.body.errors).toEqual([
      {
        message: 'Too many tokens from this address proved nothing; try again later.',
        extensions: { code: 'RATE_LIMITED' },
      },
    ]);
    const fresh = await app.client('attendant', { subject: 'newcomer' });
    expect((await post(app.url, fresh.token)).status).toBe(429);
    expect((await post(app.url, token)).status).toBe(200);
    expect(app.logged.filter((line) => line.includes('token refused'))).toHaveLength(3);
  });

  it('over WebSocket count for the same, and then the connection closes with 1013', async () => {
    app = await start(100_000, { rateLimits: { failures: 2 } });
    const closeCode = async (authorization: string) => {
      await using raw = await RawSocket.open(`${app.url}/graphql`);
      raw.send({ type: 'connection_init', payload: { authorization } });
      return (await raw.closed).code;
    };
    expect((await post(app.url, 'guess')).status).toBe(401);
    expect(await closeCode('Bearer guess')).toBe(4403);
    expect(await closeCode('Bearer guess')).toBe(1013);
    expect((await post(app.url, 'guess')).status).toBe(429);
  });
});

describe('over WebSocket', () => {
  it('what costs more than anybody may spend is BAD_USER_INPUT for its id', async () => {
    app = await start(2);
    await using raw = await RawSocket.admitted(`${app.url}/graphql`, (await app.client('attendant')).token!);
    raw.subscribe('a', queue);
    const message =
      'The operation costs 3, and never more than 2 may be spent in 60 seconds: ask for shorter pages, or for less in each.';
    expect(await raw.next()).toEqual({
      type: 'error',
      id: 'a',
      payload: [{ message, extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('a subscription costs when it is opened, from the same budget; beyond it, RATE_LIMITED for its id', async () => {
    // For two subscriptions, and one small query.
    app = await start(2 * 3 + 2);
    const { token } = await app.client('attendant');
    await using raw = await RawSocket.admitted(`${app.url}/graphql`, token!);
    raw.subscribe('a', queue);
    raw.subscribe('b', queue);
    raw.subscribe('c', queue);
    await vi.waitUntil(() => raw.frames.some(({ type }) => type === 'error'), 10_000);
    expect(raw.frames.find(({ type }) => type === 'error')).toEqual({
      type: 'error',
      id: 'c',
      payload: [
        {
          message: expect.stringMatching(/^The operation costs 3, and 2 are left of the 8 for 60 seconds: /),
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect((await post(app.url, token, { query: '{ __typename }' })).limit).toMatch(/^"default";r=0;/);
    expect((await post(app.url, token, { query: '{ __typename }' })).status).toBe(429);
    await using other = await RawSocket.admitted(
      `${app.url}/graphql`,
      (await app.client('attendant', { subject: 'somebody.else' })).token!,
    );
    other.subscribe('a', queue);
    other.send({ type: 'ping' });
    await vi.waitUntil(() => other.frames.some(({ type }) => type === 'pong'), 10_000);
    expect(other.frames.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('what is malformed costs one, until nothing is left', async () => {
    app = await start(2);
    const { token } = await app.client('attendant');
    await using raw = await RawSocket.admitted(`${app.url}/graphql`, token!);
    const codes: string[] = [];
    for (const query of ['subscription {', 'subscription { nothing }', 'subscription {']) {
      raw.subscribe(`${codes.length}`, query);
      codes.push((await raw.next()).payload[0].extensions.code);
    }
    expect(codes).toEqual(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'RATE_LIMITED']);
    expect((await post(app.url, token, { query: '{ __typename }' })).status).toBe(429);
  });
});

describe.runIf(hasRedisServer())('two processes with one Redis', () => {
  const refusals = async (client: TestClient, times: number) => {
    const statuses: number[] = [];
    const waits: number[] = [];
    for (let i = 0; i < times; i++) {
      const begun = performance.now();
      statuses.push((await client.execute(query)).status);
      waits.push(performance.now() - begun);
    }
    return { statuses, longest: Math.max(...waits) };
  };

  it('share the budget; without Redis each limits by itself, and no request fails or waits', async () => {
    const redis = others.use(await startTestRedis());
    // What Redis answers late on a busy machine is tried elsewhere.
    const options = { environment: { REDIS_URL: redis.url }, rateLimits: { redisAnswersWithinMs: 2_000 } };
    app = await start(4 * cost, options);
    const beside = await start(4 * cost, { ...options, beside: app });
    const look = others.use(closing(new Redis(redis.url)));
    for (const [index, { url }] of [app, beside].entries()) {
      const probe = (await app.client('attendant', { subject: `probe${index}` })).token;
      await vi.waitFor(
        async () => {
          await post(url, probe, { query: '{ __typename }' });
          expect(await look.client.keys('ocorrencias:rate:default:*')).toHaveLength(index + 1);
        },
        { timeout: 10_000, interval: 50 },
      );
    }

    const token = await app.tokens.issue(['ATTENDANT'], { subject: 'shared' });
    const ask = async (url: string) => (await post(url, token)).status;
    expect([await ask(app.url), await ask(beside.url), await ask(app.url), await ask(beside.url)]).toEqual([
      200, 200, 200, 200,
    ]);
    expect([await ask(app.url), await ask(beside.url)]).toEqual([429, 429]);

    await redis.kill();
    for (const { url } of [app, beside]) {
      const lonely = await app.client('attendant', { subject: 'lonely' });
      const { statuses, longest } = await refusals(new TestClient(url, lonely.token), 6);
      expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
      expect(longest).toBeLessThan(1_000);
    }
  });
});

const closing = (client: Redis) => ({
  client,
  async [Symbol.asyncDispose]() {
    client.on('error', () => undefined).disconnect();
  },
});
