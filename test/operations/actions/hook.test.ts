import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../../kit/database.js';
import { Receiver, type Received } from '../../kit/receiver.js';
import { done, open } from '../occurrences/change.js';
import { type HookedDesk, openHookedDesk } from './hooked-desk.js';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let hooked: HookedDesk;
beforeAll(async () => {
  hooked = await openHookedDesk({ work: { retryDelaysMs: [1, 1] } });
});
afterAll(() => hooked[Symbol.asyncDispose]());
beforeEach(async () => {
  hooked.receiver.reset();
  await hooked.configure({ secret });
});

/** As a receiver does it: the body that was signed, or an error. */
const verify = ({ body, headers }: Received, by = secret) =>
  new Webhook(by).verify(body, headers as Record<string, string>);

const openOne = (input: object = {}) => open(hooked.desk.ana, input);

describe('a hook', () => {
  it('says what the contract says, and no more', async () => {
    const { desk, receiver } = hooked;
    const opened = await openOne({ typeKey: undefined, featureKey: 'reembolso_app' });
    const { id: deliveryId } = await hooked.settled(opened.id, 'DELIVERED');
    const { occurrence } = await desk.paulo.data(
      'query ($id: ID!) { occurrence(id: $id) { createdAt requester { id } beneficiary { id } } }',
      { id: opened.id },
    );
    expect(receiver.received).toHaveLength(1);
    const { body, headers } = receiver.received[0]!;
    expect(headers['webhook-id']).toBe(deliveryId);
    expect(headers['content-type']).toBe('application/json');
    expect(JSON.parse(body)).toEqual({
      type: 'occurrence.status_entered',
      timestamp: occurrence.createdAt,
      data: {
        operator: 'alfa',
        action: 'hook_solicitado',
        occurrence: {
          id: opened.id,
          protocolNumber: opened.protocolNumber,
          version: 1,
          type: { key: 'reembolso', name: 'Reembolso' },
          feature: 'reembolso_app',
          status: { key: 'solicitado', externalDescription: 'solicitado, por fora', category: 'NEW' },
          previousStatus: null,
          requester: { id: occurrence.requester.id },
          beneficiary: { id: occurrence.beneficiary.id },
          createdAt: occurrence.createdAt,
          url: `${desk.app.url}/occurrences/${opened.id}`,
        },
        forms: null,
      },
    });
  });

  it('carries the forms where it is asked to', async () => {
    await hooked.configure({ secret, includeForms: true });
    const { id } = await openOne({ intake: { valor: 99.5 } });
    await hooked.settled(id, 'DELIVERED');
    const { forms } = JSON.parse(hooked.receiver.received[0]!.body).data;
    expect(forms).toEqual({ intake: { valor: 99.5 }, tabs: { dados: { valor: 99.5 } } });
  });

  it('carries its own headers beside those of the signature', async () => {
    await hooked.configure({ secret, headers: { Authorization: 'Bearer of-the-erp', 'X-Source': 'a' } });
    const { id } = await openOne();
    await hooked.settled(id, 'DELIVERED');
    expect(hooked.receiver.received[0]!.headers).toMatchObject({ authorization: 'Bearer of-the-erp', 'x-source': 'a' });
  });

  it('is accepted by a verifier of Standard Webhooks at every attempt, and not six minutes later', async () => {
    const { receiver } = hooked;
    let attempts = 0;
    receiver.answer = (_received, response) => void response.writeHead(++attempts < 3 ? 500 : 200).end();
    const { id } = await openOne();
    await hooked.settled(id, 'DELIVERED');
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    for (const received of receiver.received) expect(verify(received)).toEqual(JSON.parse(received.body));
    const [sent] = receiver.received;
    const replayed = (change: object) => ({ ...sent!, headers: { ...sent!.headers, ...change } });
    const sixMinutesAgo = String(Number(sent!.headers['webhook-timestamp']) - 360);
    expect(() => verify(replayed({ 'webhook-timestamp': sixMinutesAgo }))).toThrow('too old');
    const at = new Date(Number(sixMinutesAgo) * 1_000);
    const signature = new Webhook(secret).sign(String(sent!.headers['webhook-id']), at, sent!.body);
    const genuine = { 'webhook-timestamp': sixMinutesAgo, 'webhook-signature': signature };
    expect(() => verify(replayed(genuine))).toThrow('too old');
    expect(() => verify({ ...sent!, body: sent!.body.replace('alfa', 'beta') })).toThrow('No matching signature');
  });
});

it('attempts are counted by their kind and end, and by nothing of whom they are about', async () => {
  const { desk, receiver } = hooked;
  const counted = async (state: string) => {
    const metrics = await (await fetch(`${desk.app.url}/metrics`)).text();
    expect(metrics).not.toMatch(/alfa|127\.0\.0\.1|occ_|dlv_/);
    const line = new RegExp(
      `^action_delivery_attempt_duration_seconds_count\\{kind="HOOK",state="${state}"\\} (\\d+)$`,
      'm',
    );
    return Number(line.exec(metrics)?.[1] ?? 0);
  };
  const before = { delivered: await counted('DELIVERED'), again: await counted('RETRY') };
  const statuses = [500, 204];
  receiver.answer = (_received, response) => void response.writeHead(statuses.shift()!).end();
  const { id } = await openOne();
  await hooked.settled(id, 'DELIVERED');
  expect(await counted('DELIVERED')).toBe(before.delivered + 1);
  expect(await counted('RETRY')).toBe(before.again + 1);
});

describe('an attempt', () => {
  const outcomes = async (id: string, state: string) =>
    (await hooked.settled(id, state)).attempts.map(({ outcome, detail }) => `${outcome}: ${detail}`);

  it('ends by the status of the answer, whatever is in it', async () => {
    const statuses = [404, 503, 201];
    hooked.receiver.answer = (_received, response) => void response.writeHead(statuses.shift()!).end('segredo do ERP');
    const { id } = await openOne();
    expect(await outcomes(id, 'DELIVERED')).toEqual([
      '404: 404 Not Found',
      '503: 503 Service Unavailable',
      'delivered: 201 Created',
    ]);
  });

  it('follows no redirect', async () => {
    await using elsewhere = await openElsewhere();
    hooked.receiver.answer = (_received, response) => void response.writeHead(307, { location: elsewhere.url }).end();
    const { id } = await openOne();
    expect(await outcomes(id, 'FAILED')).toEqual(Array(3).fill('307: Redirects are not followed.'));
    expect(elsewhere.connections).toBe(0);
  });

  it('ends when its time is up, also where an answer has no end or never begins', async () => {
    await hooked.configure({ secret, timeoutMs: 1_000 });
    const answers: ((response: ServerResponse) => void)[] = [
      () => undefined,
      // A head that goes on and on.
      (response) => {
        const timer = setInterval(() => response.writeProcessing(), 50);
        response.on('close', () => clearInterval(timer));
      },
      (response) => void response.writeHead(200).write('a body that does not end'),
    ];
    hooked.receiver.answer = (_received, response) => answers.shift()!(response);
    const { id } = await openOne();
    const { attempts } = await hooked.settled(id, 'DELIVERED');
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['timeout', 'timeout', 'delivered']);
    expect(attempts[0]!.detail).toBe('There was no answer within 1000 ms.');
    for (const { durationMs } of attempts) expect(durationMs).toBeLessThan(2_000);
  });

  it('reads a little of a huge answer and lets go of it', async () => {
    const written = Promise.withResolvers<number>();
    hooked.receiver.answer = (_received, response) => {
      const chunk = Buffer.alloc(65_536, 'x');
      let bytes = 0;
      response.writeHead(200);
      const more = () => {
        while (bytes < 1e9 && response.write(chunk)) bytes += chunk.length;
      };
      response.on('drain', more);
      response.on('close', () => written.resolve(bytes));
      more();
    };
    const { id } = await openOne();
    await hooked.settled(id, 'DELIVERED');
    // What the sockets of a machine take on their way, and no more.
    expect(await written.promise).toBeLessThan(5e7);
  });

  it('says why there was no answer', async () => {
    hooked.receiver.answer = (_received, response) => void response.socket!.destroy();
    const dropped = await openOne();
    expect((await outcomes(dropped.id, 'FAILED'))[0]).toBe('connection closed: ECONNRESET');
    hooked.receiver.answer = (_received, response) => void response.socket!.end('garbage\r\n\r\n');
    const garbled = await openOne();
    expect((await outcomes(garbled.id, 'FAILED'))[0]).toMatch(/^no HTTP answer: HPE_/);
    const gone = await openElsewhere();
    const { url } = gone;
    await gone[Symbol.asyncDispose]();
    await hooked.configure({ url, secret });
    const { id } = await openOne();
    expect((await outcomes(id, 'FAILED'))[0]).toBe('connection refused: ECONNREFUSED');
    await hooked.configure({ url: hooked.receiver.url.replace('http:', 'https:'), secret, timeoutMs: 5_000 });
    const plain = await openOne();
    expect((await outcomes(plain.id, 'FAILED'))[0]).toMatch(/^(TLS failed|connection closed): /);
  });
});

it('secrets are in no attempt, event, job, message or log', async () => {
  const { desk, receiver } = hooked;
  const credentials = 'Bearer s3cr3t-0f-th3-3rp';
  await hooked.configure({ secret, headers: { Authorization: credentials } });
  const statuses = [500, 200];
  receiver.answer = (received, response) => void response.writeHead(statuses.shift()!).end(JSON.stringify(received));
  const { id } = await openOne();
  await hooked.settled(id, 'DELIVERED');
  await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
  expect(receiver.received[0]!.headers.authorization).toBe(credentials);
  const kept = await withClient(desk.app.testDatabase.ownerUrl, async (client) => {
    const tables = ['action_attempt', 'occurrence_event', 'jobs.job', 'action_delivery', 'configuration_change'];
    const rows = [];
    for (const table of tables)
      rows.push(...(await client.query(`select to_jsonb(t)::text as row from ${table} t`)).rows);
    return rows.map(({ row }) => String(row));
  });
  expect(kept.length).toBeGreaterThan(10);
  for (const needle of [secret, secret.slice('whsec_'.length), credentials]) {
    expect(kept.filter((row) => row.includes(needle))).toEqual([]);
    expect(desk.app.logged.filter((line) => line.includes(needle))).toEqual([]);
  }
});

const openElsewhere = () => Receiver.start();
