import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
// @ts-expect-error An example for those who write no TypeScript.
import { hookReceiver } from '../../../examples/receive-hook.mjs';
import { open } from '../occurrences/change.js';
import { withClient } from '../../kit/database.js';
import type { Received } from '../../kit/receiver.js';
import { type HookedDesk, openHookedDesk } from './hooked-desk.js';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const [first, second, third] = [secretOf(1), secretOf(2), secretOf(3)];

let hooked: HookedDesk;
beforeAll(async () => {
  hooked = await openHookedDesk({ work: { retryDelaysMs: [1, 1] } });
});
afterAll(() => hooked[Symbol.asyncDispose]());
beforeEach(() => hooked.receiver.reset());

/** So much of the time of the secrets that were replaced is over. */
const passed = (time: string) =>
  withClient(hooked.desk.app.testDatabase.ownerUrl, (client) =>
    client.query('update hook_previous_secret set valid_until = valid_until - $1::interval', [time]),
  );

/** Who of those three could verify what is sent now. */
async function verifiers(): Promise<string[]> {
  hooked.receiver.reset();
  const { id } = await open(hooked.desk.ana);
  await hooked.settled(id, 'DELIVERED');
  const [sent] = hooked.receiver.received;
  return Object.entries({ first, second, third })
    .filter(([, secret]) => signs(secret, sent!))
    .map(([name]) => name);
}

function signs(secret: string, { headers, body }: Received): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
  const expected = new Webhook(secret).sign(String(headers['webhook-id']), at, body);
  return String(headers['webhook-signature']).split(' ').includes(expected);
}

it('a new secret and the one before it sign side by side for a day, and a further change ends the older one', async () => {
  await hooked.configure({ secret: first });
  await hooked.configure({ secret: second });
  expect(await verifiers()).toEqual(['first', 'second']);
  const [sent] = hooked.receiver.received;
  for (const secret of [first, second]) {
    expect(new Webhook(secret).verify(sent!.body, sent!.headers as Record<string, string>)).toBeTruthy();
  }
  // What changes no secret, as leaving it out does, ends nothing.
  await hooked.configure({ headers: { 'X-Source': 'a' } });
  expect(await verifiers()).toEqual(['first', 'second']);
  await hooked.configure({ secret: third });
  expect(await verifiers()).toEqual(['second', 'third']);
  await passed('23 hours 59 minutes');
  expect(await verifiers()).toEqual(['second', 'third']);
  await passed('1 minute');
  expect(await verifiers()).toEqual(['third']);
});

it('no secret is shown, neither one that is valid nor one that was, also not in the log of changes', async () => {
  await hooked.configure({ secret: first });
  await hooked.configure({ secret: second });
  const answer = JSON.stringify([
    await hooked.desk.configurator.data('{ occurrenceTypes { actions { key config } } }'),
    await hooked.desk.configurator.data('{ configurationChanges(first: 50) { nodes { element before after } } }'),
  ]);
  expect(answer).toContain('whsec_********');
  for (const secret of [first, second]) {
    expect(answer).not.toContain(secret);
    expect(hooked.desk.app.logged.filter((line) => line.includes(secret))).toEqual([]);
  }
  const rows = await withClient(hooked.desk.app.testDatabase.ownerUrl, (client) =>
    client.query('select to_jsonb(c)::text as row from configuration_change c'),
  );
  expect(rows.rows.filter(({ row }) => row.includes(first) || row.includes(second))).toEqual([]);
});

it('the receiver of the documents does what it is told once, however often it is sent', async () => {
  await using stack = new AsyncDisposableStack();
  // It goes by the time of now.
  const desk = stack.use(await openHookedDesk({ work: { retryDelaysMs: [1, 1] } }));
  const handled: { message: { type: string }; id: string }[] = [];
  let fails = true;
  const handle = (message: { type: string }, id: string) => {
    if (fails) {
      fails = false;
      throw new Error('the first time');
    }
    handled.push({ message, id });
  };
  const server = hookReceiver({ secret: first, handle }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await desk.configure({ url, secret: first });
  const { id } = await open(desk.desk.ana);
  const delivery = await desk.settled(id, 'DELIVERED');
  expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(['500', 'delivered']);
  expect(handled).toEqual([
    { id: delivery.id, message: expect.objectContaining({ type: 'occurrence.status_entered' }) },
  ]);
  const again = 'mutation ($id: ID!) { actionDeliveryRetry(id: $id) { userErrors { code } } }';
  expect(await desk.desk.paulo.data(again, { id: delivery.id })).toEqual({ actionDeliveryRetry: { userErrors: [] } });
  const resent = async () => (await desk.settled(id, 'DELIVERED')).attempts.length === 4;
  await expect.poll(resent, { timeout: 10_000 }).toBe(true);
  expect(handled).toHaveLength(1);
  await desk.configure({ url, secret: second });
  await desk.configure({ url, secret: third });
  const { id: unsigned } = await open(desk.desk.ana);
  expect((await desk.settled(unsigned, 'FAILED')).attempts.map(({ outcome }) => outcome)).toEqual([
    '401',
    '401',
    '401',
  ]);
});
