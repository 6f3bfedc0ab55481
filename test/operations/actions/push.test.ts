import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { withClient } from '../../kit/database.js';
import { type FakeFcm, fcmAnswers, startFcm } from '../../kit/fcm.js';
import { TestClock } from '../../kit/clock.js';
import { deviceToken, myDevices, registered } from '../devices/devices.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';

const clock = new TestClock();
const config = {
  title: 'Olá, {{solicitante.primeiroNome}}',
  body: `{{solicitante.nome}}: ${'ação😀 '.repeat(27)}{{protocolo}}{{protocolo}}`,
  deepLink: 'app://ocorrencias/{{ocorrencia.id}}',
};
let fcm: FakeFcm;
let desk: Desk;
beforeAll(async () => {
  fcm = await startFcm(clock);
  const environment = {
    FCM_PROJECT_ID: fcm.projectId,
    FCM_SERVICE_ACCOUNT_FILE: fcm.serviceAccountFile,
    FCM_API_URL: fcm.url,
  };
  desk = await openDesk({ clock, environment, work: { retryDelaysMs: [1, 1] } });
  const { actionCreate } = await desk.configurator.data(
    'mutation ($id: ID!, $input: ActionInput!) { actionCreate(occurrenceTypeId: $id, input: $input) { userErrors { code message path } } }',
    { id: desk.typeId, input: { key: 'push', description: 'push', statusKey: 'solicitado', kind: 'PUSH', config } },
  );
  saved(actionCreate);
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await fcm[Symbol.asyncDispose]();
});
beforeEach(async () => {
  fcm.taken.length = 0;
  fcm.script.clear();
  for (const client of [desk.ana, desk.zoe]) {
    for (const { id } of await myDevices(client)) {
      await client.data('mutation ($id: ID!) { deviceUnregister(id: $id) { deviceId } }', { id });
    }
  }
});

/** The push of an occurrence, once it has ended. */
async function ended(occurrenceId: string): Promise<any> {
  const push = async () => {
    const { actionDeliveries } = await desk.paulo.data(
      `query ($id: ID!) { actionDeliveries(occurrenceId: $id, filter: { kinds: [PUSH] }) {
         nodes { id state attempts { outcome detail } } } }`,
      { id: occurrenceId },
    );
    return actionDeliveries.nodes[0];
  };
  await vi.waitUntil(async () => !['PENDING', 'RETRYING'].includes((await push()).state), {
    timeout: 15_000,
    interval: 20,
  });
  return push();
}
const tokens = () => fcm.taken.map(({ token }) => token).toSorted();

describe('an action of the kind PUSH', () => {
  it('reaches every device of the member who asked, with its templates filled in and its body cut', async () => {
    await registered(desk.ana, 'celular');
    await registered(desk.ana, 'navegador', 'WEB');
    await registered(desk.zoe, 'de-zoe');
    const { id, protocolNumber } = await open(desk.ana);
    const delivery = await ended(id);
    expect(delivery).toMatchObject({ state: 'DELIVERED', attempts: [{ outcome: 'delivered', detail: null }] });
    expect(tokens()).toEqual([deviceToken('celular'), deviceToken('navegador')]);
    const { notification, data } = fcm.taken[0];
    const whole = `Ana Souza: ${'ação😀 '.repeat(27)}${protocolNumber}${protocolNumber}`;
    expect(notification).toEqual({ title: 'Olá, Ana', body: `${[...whole].slice(0, 177).join('')}…` });
    expect([...notification.body]).toHaveLength(178);
    expect(data).toEqual({ occurrenceId: id, deliveryId: delivery.id, deepLink: `app://ocorrencias/${id}` });
  });

  it('is skipped for a member without devices', async () => {
    const { id } = await open(desk.ana);
    expect(await ended(id)).toMatchObject({
      state: 'SKIPPED',
      attempts: [{ outcome: 'no device', detail: 'None is registered.' }],
    });
  });

  it('does not reach a phone that went on to another member', async () => {
    await registered(desk.ana, 'celular');
    await registered(desk.zoe, 'celular');
    const { id } = await open(desk.ana);
    expect(await ended(id)).toMatchObject({ state: 'SKIPPED' });
    expect(fcm.taken).toEqual([]);
    await ended((await open(desk.zoe)).id);
    expect(tokens()).toEqual([deviceToken('celular')]);
  });

  it('forgets a device that is gone', async () => {
    await registered(desk.ana, 'velho');
    await registered(desk.ana, 'novo');
    fcm.script.set(deviceToken('velho'), [fcmAnswers.unregistered]);
    const { id } = await open(desk.ana);
    const attempts = [{ outcome: 'delivered', detail: 'Taken for 1 of 2 devices.' }];
    expect(await ended(id)).toMatchObject({ state: 'DELIVERED', attempts });
    expect(await myDevices(desk.ana)).toHaveLength(1);
  });

  it('survives an outage: the device that was reached is not reached twice, the other is in the end', async () => {
    await registered(desk.ana, 'a');
    await registered(desk.ana, 'b');
    fcm.script.set(deviceToken('b'), [fcmAnswers.unavailable, fcmAnswers.internal]);
    const { id } = await open(desk.ana);
    expect(await ended(id)).toMatchObject({
      state: 'DELIVERED',
      attempts: [
        { outcome: 'unavailable', detail: '503 UNAVAILABLE; taken for 1 of 2 devices' },
        { outcome: 'unavailable', detail: '500 INTERNAL; taken for 1 of 2 devices' },
        { outcome: 'delivered', detail: null },
      ],
    });
    expect(tokens()).toEqual([deviceToken('a'), deviceToken('b')]);
  });

  it('that is given up has arrived where one device took it, and failed where none did', async () => {
    await registered(desk.ana, 'a');
    await registered(desk.ana, 'b');
    const { unavailable } = fcmAnswers;
    fcm.script.set(deviceToken('b'), [unavailable, unavailable, unavailable]);
    expect(await ended((await open(desk.ana)).id)).toMatchObject({ state: 'DELIVERED' });
    fcm.script.set(deviceToken('a'), [unavailable, unavailable, unavailable]);
    fcm.script.set(deviceToken('b'), [unavailable, unavailable, unavailable]);
    expect(await ended((await open(desk.ana)).id)).toMatchObject({ state: 'FAILED' });
  });

  it('sent again by hand reaches all devices again', async () => {
    await registered(desk.ana, 'a');
    const { id } = await open(desk.ana);
    const { id: deliveryId } = await ended(id);
    const { actionDeliveryRetry } = await desk.paulo.data(
      'mutation ($id: ID!) { actionDeliveryRetry(id: $id) { userErrors { code } } }',
      { id: deliveryId },
    );
    saved(actionDeliveryRetry);
    await ended(id);
    expect(tokens()).toEqual([deviceToken('a'), deviceToken('a')]);
  });
});

it('no token, no key and no name is in logs, attempts or jobs', async () => {
  await registered(desk.ana, 'a');
  fcm.script.set(deviceToken('a'), [fcmAnswers.forbidden, fcmAnswers.noProject]);
  await ended((await open(desk.ana)).id);
  const { rows } = await withClient(desk.app.testDatabase.ownerUrl, (client) =>
    client.query<{ text: string }>(
      `select (select coalesce(jsonb_agg(a), '[]') from action_attempt a)::text
           || (select coalesce(jsonb_agg(j), '[]') from jobs.job j)::text as text`,
    ),
  );
  const { text } = rows[0]!;
  expect(text.length).toBeGreaterThan(1_000);
  for (const kept of [text, desk.app.logged.join('')]) {
    for (const secret of ['APA91b', 'ya29.', 'PRIVATE KEY', 'Ana Souza', 'Olá, Ana'])
      expect(kept).not.toContain(secret);
  }
});
