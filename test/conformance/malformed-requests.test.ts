import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../src/platform/graphql/schema.js';
import { resolvers } from '../../src/resolvers.js';
import { seedDemo } from '../../src/seed/seed-demo.js';
import { startTestApp, type TestApp } from '../kit/app.js';
import type { TestClient } from '../kit/client.js';
import { times } from '../kit/faults.js';
import { RawSocket } from '../realtime/raw-socket.js';
import { damaged, inDocument, inVariables, misshapen, type Target, targetsOf } from './malformed-operations.js';
import { dice, misfits, type Roll, strings } from './malformed-values.js';

let app: TestApp;
let targets: Target[];
let streams: Target[];
let clients: TestClient[];
let ids: string[];
beforeAll(async () => {
  app = await startTestApp();
  const all = targetsOf(await buildGraphQLSchema(resolvers, () => ({})));
  targets = all.filter(({ kind }) => kind !== 'subscription');
  streams = all.filter(({ kind }) => kind === 'subscription');
  await seedDemo(app.database, app.app.services, app.clock.now());
  clients = await Promise.all([
    app.client('supervisor', { operator: 'demo', subject: 'supervisor.paulo', expiresInSeconds: 86_400 }),
    app.client('configurator', { operator: 'demo', subject: 'admin.rita', expiresInSeconds: 86_400 }),
    app.client('beneficiary', { operator: 'demo', subject: 'ana.souza', expiresInSeconds: 86_400 }),
  ]);
  const { occurrences } = await clients[0]!.data(`{
    occurrences(first: 3) { nodes {
      id status { id } type { id statuses { id } tabs { id } protocolType { id } }
      tabs { entries { id } } beneficiary { id } attendant { id }
    } }
  }`);
  ids = [...new Set(JSON.stringify(occurrences).match(/[a-z]{3}_[0-9a-z]{26}/g))];
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

const oneOf = <T>(list: readonly T[], roll: Roll): T => list[roll(list.length)]!;

/** What no answer may hold: words of the database, places in the code, what the server itself did not expect. */
const surprise = new RegExp(
  [
    'INTERNAL_SERVER_ERROR',
    'node_modules',
    String.raw`\bat \S+ \(|\bat .*\.[jt]s:`,
    String.raw`\bselect\b .* \bfrom\b|\binsert into\b|\bupdate \\?"`,
    'violates|syntax error at or near|relation \\\\?"|current transaction is aborted',
  ].join('|'),
);

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly body?: string | Buffer;
  readonly search?: URLSearchParams;
  readonly token?: string | null;
}

/** Sends it; what was surprising about the answer, or null. `codes`: of the errors that it was told. */
async function send({ method = 'POST', body, search, token = clients[0]!.token }: Sent, codes: string[] = []) {
  const response = await fetch(`${app.url}/graphql${search ? `?${search.toString()}` : ''}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': '1',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  codes.push(...errors.map(({ extensions }) => extensions.code));
  if (response.status < 500 && !surprise.test(JSON.stringify(errors))) return null;
  return {
    status: response.status,
    text: text.slice(0, 2_000),
    sent: String(search ?? body),
    log: app.logged.slice(-1),
  };
}

/** Sends it as whoever may ask that. */
async function sendAsSomebody(sent: Sent) {
  for (const { token } of clients) {
    const codes: string[] = [];
    const surprising = await send({ ...sent, token }, codes);
    if (surprising) return surprising;
    if (codes[0] !== 'FORBIDDEN') break;
  }
  return null;
}

/** What surprised of so many, made by the same dice at every run: answers, lines of the log, a server that is gone. */
async function surprises(
  count: number,
  seed: number,
  attempt: (roll: Roll, turn: number) => Promise<unknown>,
): Promise<unknown[]> {
  const roll = dice(seed);
  const found: unknown[] = [];
  for (let turn = 0; turn < count && found.length < 10; turn++) {
    app.logged.length = 0;
    const surprising = await attempt(roll, turn);
    const logged = app.logged.filter((line) => /"level":[56]0/.test(line));
    if (surprising ?? logged.length > 0) found.push({ surprising, logged });
  }
  const { status } = await fetch(`${app.url}/readyz`);
  if (status !== 200) found.push({ readyz: status });
  console.log(`${count} tried`);
  return found;
}

const long = { timeout: 3_600_000 };

describe('a malformed request is never a surprise', () => {
  it('whatever field it goes to and whatever its variables hold', long, async () => {
    const found = await surprises(times(14 * targets.length, 50_000), 20_261_124, (roll, turn) =>
      sendAsSomebody({ body: JSON.stringify(inVariables(targets[turn % targets.length]!, ids, roll)) }),
    );
    expect(found).toEqual([]);
  });

  it('whatever stands in the document itself', long, async () => {
    const found = await surprises(times(200, 10_000), 3, (roll) =>
      sendAsSomebody({ body: JSON.stringify(inDocument(oneOf(targets, roll), ids, roll)) }),
    );
    expect(found).toEqual([]);
  });

  it('whatever comes by GET', long, async () => {
    const queries = targets.filter(({ kind }) => kind === 'query' || kind === 'mutation');
    const found = await surprises(times(200, 10_000), 4, (roll) => {
      const { query, variables } = inVariables(oneOf(queries, roll), ids, roll);
      const text = JSON.stringify(variables);
      const search = new URLSearchParams({ query: roll(10) === 0 ? oneOf(strings, roll).slice(0, 500) : query });
      // What is longer is refused by the web server, before anybody reads it.
      search.set('variables', (roll(4) === 0 ? damaged(text, roll).toString('latin1') : text).slice(0, 4_000));
      if (roll(4) === 0)
        search.append(oneOf(['query', 'variables', 'operationName', 'extensions', '__proto__'], roll), 'x');
      return sendAsSomebody({ method: 'GET', search });
    });
    expect(found).toEqual([]);
  });

  it('whatever shape it has', long, async () => {
    const found = await surprises(times(300, 10_000), 5, (roll) =>
      send({ body: misshapen(inVariables(oneOf(targets, roll), ids, roll).query, roll) }),
    );
    expect(found).toEqual([]);
  });

  it('whatever bytes it is made of', long, async () => {
    const whole = JSON.stringify({
      query: 'query ($id: ID!) { occurrence(id: $id) { id } }',
      variables: { id: ids[0] },
    });
    const found = await surprises(times(500, 10_000), 7, (roll) => send({ body: damaged(whole, roll) }));
    expect(found).toEqual([]);
  });

  it('whatever comes over WebSocket', long, async () => {
    const url = `${app.url}/graphql`;
    const expected = new Set([1002, 1007, 1009, 4400, 4401, 4403, 4409, 4429]);
    let socket: RawSocket | undefined;
    const found = await surprises(times(300, 10_000), 8, async (roll, turn) => {
      if (roll(10) === 0) return await strange(await RawSocket.open(url), roll);
      const { token } = oneOf(clients, roll);
      const open = (socket ??= await RawSocket.admitted(url, token!));
      const payload = (roll(4) === 0 ? inDocument : inVariables)(oneOf(streams, roll), ids, roll);
      const whole = JSON.stringify({ type: 'subscribe', id: `${turn}`, payload });
      const message = [whole, whole, whole, damaged(whole, roll).toString('latin1'), misshapen(payload.query, roll)][
        roll(5)
      ]!;
      open.send(message);
      open.send({ type: 'complete', id: `${turn}` });
      open.send({ type: 'ping', payload: { turn } });
      for (;;) {
        const frame = await open.next().catch(() => null);
        if (frame === null) break;
        if (surprise.test(JSON.stringify(frame))) return { frame, message };
        if (frame.type === 'pong' && frame.payload?.turn === turn) return null;
      }
      socket = undefined;
      const { code } = await open.closed;
      return expected.has(code) ? null : { code, message };
    });
    expect(found).toEqual([]);
    await socket?.[Symbol.asyncDispose]();
  });
});

/** A connection that begins strangely: nothing is expected of it but that it is closed for what it is. */
async function strange(socket: RawSocket, roll: Roll): Promise<unknown> {
  const odd = oneOf([...misfits, ...strings, { authorization: {} }, { authorization: ['Bearer x'] }], roll);
  const payload = roll(2) === 0 ? odd : { authorization: odd };
  socket.send({ type: 'connection_init', payload });
  const { code } = await socket.closed;
  return [4400, 4403].includes(code) ? null : { code, payload };
}
