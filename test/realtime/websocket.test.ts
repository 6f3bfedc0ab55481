import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Caller } from '../../src/platform/auth/caller.js';
import type { Database } from '../../src/platform/database/database.js';
import { LogTails, InProcessBus, Signal } from '../../src/platform/events/index.js';
import { createOperationGuards } from '../../src/platform/graphql/limits/index.js';
import { streamOf } from '../../src/platform/graphql/stream.js';
import { SubscriptionContext } from '../../src/platform/graphql/subscription-context.js';
import type { SocketLimits } from '../../src/platform/graphql/websocket-limits.js';
import { GraphQLWebSocketServer } from '../../src/platform/graphql/websocket-server.js';
import { InProcessLeases, Leases } from '../../src/platform/leases/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { createMetrics } from '../../src/platform/observability/metrics.js';
import { createTokenIssuer, type TokenIssuer } from '../kit/tokens.js';
import { ScheduledClock } from './manual-scheduler.js';
import { type Frame, RawSocket } from './raw-socket.js';

const patience = { timeout: 10_000 };

// The protocol alone: a schema of this test, and no database.

let http: Server;
let sockets: GraphQLWebSocketServer;
let url: string;
let token: string;
let tokens: TokenIssuer;
let clock: ScheduledClock;
let suspended: boolean;
let metrics: ReturnType<typeof createMetrics>;
/** Streams that are open, of any socket. */
let open: number;
/** How many payloads `flood` gave out. */
let given: number;
const logged: string[] = [];

const schema = () => {
  const built = buildSchema(`
    type Query { hello: String }
    type Subscription { ticks: Int! silence: Int flood(size: Int!): String! broken: Int fails: Int }
  `);
  const fields = (built.getSubscriptionType() as GraphQLObjectType).getFields();
  const source = (
    name: string,
    generate: (signal: AbortSignal, args: any) => AsyncGenerator<unknown, void, undefined>,
  ) => {
    fields[name]!.subscribe = (_root, args) => {
      open += 1;
      return streamOf(
        (signal) => generate(signal, args),
        () => (open -= 1),
      );
    };
    fields[name]!.resolve = (root: unknown) => root;
  };
  source('ticks', async function* () {
    yield 1;
    yield 2;
  });
  source('silence', async function* (signal) {
    await new Signal().wait(signal);
    if (!signal.aborted) yield 1;
  });
  source('flood', async function* (signal, { size }) {
    while (!signal.aborted) {
      given += 1;
      yield 'x'.repeat(size);
    }
  });
  source('fails', async function* () {
    yield 1;
    throw new Error('the cause');
  });
  fields.broken!.subscribe = () => {
    throw new Error('the cause');
  };
  return built;
};

async function start(limits: Partial<SocketLimits> = {}): Promise<void> {
  clock = new ScheduledClock();
  tokens = await createTokenIssuer(clock);
  token = await tokens.issue(['ATTENDANT']);
  metrics = createMetrics();
  suspended = false;
  open = 0;
  given = 0;
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const database = {} as Database;
  const bus = new InProcessBus();
  const tails = new LogTails({ database, bus, log });
  const leases = new Leases(new InProcessLeases(), bus);
  const caller = { operatorId: 'alfa', kind: 'STAFF', roles: [], permissions: new Set() } as unknown as Caller;
  const context = () => new SubscriptionContext({ database, clock, caller, tails, leases });
  sockets = new GraphQLWebSocketServer({
    path: '/graphql',
    deliveriesAtOnce: 5,
    schema: schema(),
    introspection: false,
    guards: createOperationGuards(),
    clock,
    scheduler: clock,
    log,
    metrics,
    identify: (authorization) => tokens.verifier.verify(authorization),
    authenticate: async () => (suspended ? null : caller),
    openingContext: context,
    deliveryContext: context,
    limits,
  });
  http = createServer();
  sockets.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`;
}

beforeEach(() => start());
afterEach(async () => {
  await sockets.close();
  await new Promise((closed) => http.close(closed));
});

const restart = async (limits: Partial<SocketLimits>) => {
  await sockets.close();
  await new Promise((closed) => http.close(closed));
  await start(limits);
};

const count = async (gauge: 'sockets' | 'subscriptions') => (await metrics[gauge].get()).values[0]?.value ?? 0;

describe('a connection is closed', () => {
  it.each(['garbage', '{"type":"nothing"}', '[]', '{"type":"subscribe"}'])('with 4400 for %s', async (message) => {
    await using raw = await RawSocket.open(url);
    raw.send(message);
    expect(await raw.closed).toEqual({ code: 4400, reason: 'Invalid message received' });
  });

  it('with 4401 for a subscription before connection_init', async () => {
    await using raw = await RawSocket.open(url);
    raw.subscribe('1', 'subscription { ticks }');
    expect((await raw.closed).code).toBe(4401);
  });

  it('with 4408 without connection_init in time', async () => {
    await restart({ initWaitMs: 50 });
    await using raw = await RawSocket.open(url);
    expect((await raw.closed).code).toBe(4408);
  });

  it('with 4429 for a second connection_init', async () => {
    await using raw = await RawSocket.admitted(url, token);
    raw.send({ type: 'connection_init' });
    expect((await raw.closed).code).toBe(4429);
  });

  it('with 4409 for a second subscription of the same id', async () => {
    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', 'subscription { silence }');
    raw.subscribe('1', 'subscription { silence }');
    expect((await raw.closed).code).toBe(4409);
  });

  it('with 4406 for another subprotocol', async () => {
    await using raw = await RawSocket.open(url, 'graphql-ws').catch(() => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      return { closed: once(socket, 'close').then(([code]) => ({ code })), [Symbol.asyncDispose]: async () => {} };
    });
    expect((await raw.closed).code).toBe(4406);
  });

  it('with 1009 for a message of more than 64 KiB', async () => {
    await using raw = await RawSocket.admitted(url, token);
    raw.send({ type: 'ping', payload: { x: 'x'.repeat(65 * 1024) } });
    expect((await raw.closed).code).toBe(1009);
  });

  it.each([
    ['no payload', undefined],
    ['no token', {}],
    ['an empty token', { authorization: '' }],
    ['a token that is no text', { authorization: { $ne: null } }],
    ['a forged token', { authorization: 'Bearer e30.e30.e30' }],
  ])('with 4403 for %s', async (_, payload) => {
    await using raw = await RawSocket.open(url);
    raw.send({ type: 'connection_init', ...(payload && { payload }) });
    expect(await raw.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });

  it('with 4403 for a token that has expired, though within the tolerance of clocks', async () => {
    clock.advance(3_600_000 + 5_000);
    await using raw = await RawSocket.open(url);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect((await raw.closed).code).toBe(4403);
  });

  it('with 4403 at the instant when its token expires, and nothing more is delivered', async () => {
    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', 'subscription { flood(size: 10) }');
    await raw.next();
    clock.advance(3_600_000 - 1);
    await raw.next();
    clock.advance(1);
    expect((await raw.closed).code).toBe(4403);
    expect([clock.scheduled, open]).toEqual([0, 0]);
  });

  it('with 4403 once its operator is suspended, while it is idle too', async () => {
    await restart({ recheckMs: 30 });
    await using raw = await RawSocket.admitted(url, token);
    suspended = true;
    expect((await raw.closed).code).toBe(4403);
  });

  it('with 4403 before a payload that would follow the suspension of its operator', async () => {
    await using raw = await RawSocket.admitted(url, token);
    suspended = true;
    raw.subscribe('1', 'subscription { ticks }');
    expect((await raw.closed).code).toBe(4403);
    expect(raw.frames.filter(({ type }) => type === 'next')).toEqual([]);
  });

  it('with 1013 where nobody can tell who is asking', async () => {
    vi.spyOn(tokens.verifier, 'verify').mockRejectedValue(new Error('connect ECONNREFUSED'));
    await using raw = await RawSocket.open(url);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect((await raw.closed).code).toBe(1013);
  });

  it('with 1001 when the server stops, also where the client does not answer', async () => {
    await restart({ closeWaitMs: 50 });
    await using polite = await RawSocket.admitted(url, token);
    await using mute = await RawSocket.admitted(url, token);
    mute.socket.pause();
    polite.subscribe('1', 'subscription { silence }');
    await vi.waitFor(() => expect(open).toBe(1), patience);
    await sockets.close();
    expect(await polite.closed).toEqual({ code: 1001, reason: 'Going away' });
    expect([open, await count('sockets'), await count('subscriptions')]).toEqual([0, 0, 0]);
  });

  it('with 4499 by a heartbeat that is not answered', async () => {
    await restart({ heartbeatMs: 50, closeWaitMs: 50 });
    await using raw = await RawSocket.admitted(url, token);
    raw.socket.pause();
    await vi.waitFor(async () => expect(await count('sockets')).toBe(0), patience);
    raw.socket.resume();
    expect(await raw.closed).toEqual({ code: 4499, reason: 'Too slow' });
  });
});

describe('an upgrade', () => {
  it.each(['/', '/graphql/', '/graphiql', '/graphqlx?/graphql'])('to %s is refused with 404', async (path) => {
    const socket = new WebSocket(new URL(path, url.replace('http', 'ws')), 'graphql-transport-ws');
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toBe('Unexpected server response: 404');
  });

  it('that breaks off harms nobody', async () => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET /other HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    socket.resetAndDestroy();
    await using raw = await RawSocket.admitted(url, token);
    raw.send({ type: 'ping' });
    expect((await raw.next()).type).toBe('pong');
  });
});

describe('an operation over WebSocket', () => {
  const answer = async (query: string, variables?: object): Promise<Frame> => {
    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', query, variables);
    return await raw.next();
  };
  const codeOf = (frame: Frame) => [frame.type, frame.payload[0]?.extensions];

  it('is a subscription, or is refused', async () => {
    expect(codeOf(await answer('{ hello }'))).toEqual(['error', { code: 'BAD_REQUEST' }]);
    expect(codeOf(await answer('mutation { hello }'))).toEqual(['error', { code: 'BAD_REQUEST' }]);
    expect(await answer('subscription { ticks }')).toEqual({ id: '1', type: 'next', payload: { data: { ticks: 1 } } });
  });

  it('is held to the same rules as over HTTP', async () => {
    expect(codeOf(await answer('subscription {'))).toEqual(['error', { code: 'GRAPHQL_PARSE_FAILED' }]);
    expect(codeOf(await answer('subscription { tick }'))).toEqual(['error', { code: 'GRAPHQL_VALIDATION_FAILED' }]);
    const wide = `subscription { ticks ${'@skip(if: false) '.repeat(60)} }`;
    expect(codeOf(await answer(wide))).toEqual(['error', { code: 'GRAPHQL_VALIDATION_FAILED' }]);
    const long = `subscription { ${'ticks '.repeat(5_000)} }`;
    expect(codeOf(await answer(long))).toEqual(['error', { code: 'GRAPHQL_PARSE_FAILED' }]);
    const nul = await answer('subscription ($size: Int!) { flood(size: $size) }', { size: 1, 'a\0': 1 });
    expect(codeOf(nul)).toEqual(['error', { code: 'BAD_USER_INPUT' }]);
    const missing = await answer('subscription ($size: Int!) { flood(size: $size) }');
    expect(missing.payload.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['of another type', 'subscription ($size: Int!) { flood(size: $size) }', { size: 'large' }],
    ['of another shape', 'subscription ($size: Int!) { flood(size: $size) }', { size: { nope: 1 } }],
    ['null in spite of a default', 'subscription ($size: Int = 1) { flood(size: $size) }', { size: null }],
    ['null for a directive', 'subscription ($on: Boolean = true) { ticks @include(if: $on) }', { on: null }],
    [
      'null for a field below',
      'subscription ($on: Boolean = true) { ticks again: ticks @include(if: $on) }',
      { on: null },
    ],
    ['missing for a directive', 'subscription ($on: Boolean!) { ticks @include(if: $on) }', {}],
    [
      'good for a directive that may leave nothing',
      'subscription ($on: Boolean!) { ticks @skip(if: $on) }',
      { on: true },
    ],
    ['a constant that leaves nothing', 'subscription { ticks @include(if: false) }', {}],
    [
      'in a fragment',
      'subscription ($on: Boolean!) { ...f @include(if: $on) } fragment f on Subscription { ticks }',
      { on: true },
    ],
  ])('takes a value that is %s for what it is, and the connection goes on', async (_, query, variables) => {
    const before = logged.length;
    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', query, variables);
    const { type, payload } = await raw.next();
    const [error] = type === 'error' ? payload : payload.errors;
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(error.extensions.code);
    raw.subscribe('2', 'subscription { ticks }');
    let frame = await raw.next();
    while (frame.id !== '2') frame = await raw.next();
    expect(frame).toMatchObject({ type: 'next', payload: { data: { ticks: 1 } } });
    expect(logged.slice(before).join('')).not.toContain('unexpected error');
  });

  it('does not show the schema where introspection is off, nor hints at it', async () => {
    expect(codeOf(await answer('subscription { __type(name: "Query") { name } ticks }'))).toEqual([
      'error',
      { code: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
    const { payload } = await answer('subscription { tickz }');
    expect(payload[0].message).toBe('Cannot query field "tickz" on type "Subscription".');
  });

  it('that fails unexpectedly tells an id that the log has too, and nothing else', async () => {
    const opening = await answer('subscription { broken }');
    const [error] = opening.payload.errors;
    expect([error.message, error.extensions.code]).toEqual([
      'Something unexpected went wrong.',
      'INTERNAL_SERVER_ERROR',
    ]);
    expect(logged.filter((line) => line.includes(error.extensions.id))).toHaveLength(1);

    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', 'subscription { fails }');
    await raw.next();
    const failure = await raw.next();
    expect(failure).toMatchObject({ type: 'error', payload: [{ message: 'Something unexpected went wrong.' }] });
    expect(JSON.stringify([opening, failure])).not.toContain('the cause');
  });

  it('that ends leaves nothing, whoever ends it', async () => {
    await using raw = await RawSocket.admitted(url, token);
    raw.subscribe('1', 'subscription { ticks }');
    for (const type of ['next', 'next', 'complete']) expect((await raw.next()).type).toBe(type);
    raw.subscribe('2', 'subscription { silence }');
    await vi.waitFor(() => expect(open).toBe(1), patience);
    raw.send({ type: 'complete', id: '2' });
    await vi.waitFor(() => expect(open).toBe(0), patience);
    raw.subscribe('3', 'subscription { silence }');
    await vi.waitFor(async () => expect(await count('subscriptions')).toBe(1), patience);
    raw.socket.terminate();
    await vi.waitFor(
      async () => expect([open, await count('subscriptions'), await count('sockets')]).toEqual([0, 0, 0]),
      patience,
    );
  });

  it('is refused from the 101st that are open, and taken again once one of them has ended', async () => {
    await using raw = await RawSocket.admitted(url, token);
    for (let i = 1; i <= 300; i++) raw.subscribe(`${i}`, 'subscription { silence }');
    for (let i = 101; i <= 300; i++) {
      const frame = await raw.next();
      expect([frame.id, ...codeOf(frame)]).toEqual([`${i}`, 'error', { code: 'RATE_LIMITED' }]);
    }
    await vi.waitFor(() => expect(open).toBe(100), patience);
    raw.send({ type: 'complete', id: '7' });
    await vi.waitFor(() => expect(open).toBe(99), patience);
    raw.subscribe('again', 'subscription { ticks }');
    expect(await raw.next()).toMatchObject({ id: 'again', type: 'next' });
  });
});

describe('a client that stops reading', () => {
  it('is sent no further event, while others are not slowed, and is closed', async () => {
    await restart({ heartbeatMs: 400, closeWaitMs: 50 });
    const size = 64 * 1024;
    await using slow = await RawSocket.admitted(url, token);
    await using fast = await RawSocket.admitted(url, token);
    slow.subscribe('1', `subscription { flood(size: ${size}) }`);
    await slow.next();
    slow.socket.pause();
    // What the kernel takes on loopback goes out; then not one payload more is made.
    await vi.waitFor(async () => {
      const before = given;
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      expect(given).toBe(before);
    }, patience);
    fast.subscribe('1', 'subscription { ticks }');
    expect((await fast.next()).payload).toEqual({ data: { ticks: 1 } });
    await vi.waitFor(async () => expect(await count('sockets')).toBe(1), patience);
    expect(open).toBe(0);
    expect((await fast.next()).payload).toEqual({ data: { ticks: 2 } });
  });

  it('cannot make answers to its pings pile up', async () => {
    await restart({ heartbeatMs: 300, closeWaitMs: 50, heldBytes: 256 * 1024 });
    await using raw = await RawSocket.admitted(url, token);
    raw.socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(60_000) } });
    let sent = 0;
    for (let i = 0; i < 1_000; i++) raw.socket.send(ping, (error) => void (error || (sent += 1)));
    await vi.waitFor(async () => expect(await count('sockets')).toBe(0), patience);
    expect(sent).toBeLessThan(900);
  });
});
