import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pushChannel } from '../../../src/modules/actions/channels/push/index.js';
import type { Sent } from '../../../src/modules/actions/index.js';
import { TestClock } from '../../kit/clock.js';
import { type FakeFcm, type FcmAnswer, fcmAnswers, startFcm } from '../../kit/fcm.js';
import { deviceToken } from '../devices/devices.js';

const clock = new TestClock();
const message = { title: 'Reembolso', body: 'Pago: ação concluída 😀', deepLink: 'app://ocorrencias/1' };

let fcm: FakeFcm;
let devices: string[];
let channel: ReturnType<typeof pushChannel>;
beforeAll(async () => void (fcm = await startFcm(clock)));
afterAll(() => fcm[Symbol.asyncDispose]());
beforeEach(() => {
  clock.set('2026-11-24T12:00:00.000Z');
  devices = ['a', 'b'];
  Object.assign(fcm, { expiresIn: 3_599 });
  fcm.taken.length = fcm.tokens.length = fcm.tokenScript.length = 0;
  fcm.script.clear();
  channel = openChannel();
});

const openChannel = (more: Partial<Parameters<typeof pushChannel>[0]> = {}, withinMs?: number) =>
  pushChannel(
    { projectId: fcm.projectId, apiUrl: fcm.url, account: fcm.account, ...more },
    {
      of: async () => devices.map((id) => ({ id, token: deviceToken(id) })),
      forget: async (_, ids) => void (devices = devices.filter((id) => !ids.includes(id))),
    },
    withinMs,
  );
const answering = (device: string, ...answers: FcmAnswer[]) => fcm.script.set(deviceToken(device), answers);
const send = (reached: readonly string[] = []): Promise<Sent> =>
  channel.send(
    {
      operatorId: 'opr_1',
      deliveryId: 'dlv_1',
      occurrenceId: 'occ_1',
      version: 1,
      requesterId: 'ben_1',
      config: {},
      message,
      resent: 0,
      reached,
      now: clock.now(),
    },
    new AbortController().signal,
  );
const takenBy = () => fcm.taken.map(({ token }) => token.split(':')[0]).toSorted();
const after = (seconds: number) => new Date(clock.now().getTime() + seconds * 1_000);

describe('a push', () => {
  it('goes to each device, with what replaces it where it comes twice', async () => {
    expect(await send()).toEqual({ state: 'DELIVERED', outcome: 'delivered', detail: null });
    expect(takenBy()).toEqual(['a', 'b']);
    expect(fcm.taken.find(({ token }) => token === deviceToken('a'))).toEqual({
      token: deviceToken('a'),
      notification: { title: 'Reembolso', body: 'Pago: ação concluída 😀' },
      data: { occurrenceId: 'occ_1', deliveryId: 'dlv_1', deepLink: 'app://ocorrencias/1' },
      android: { collapse_key: 'dlv_1', notification: { tag: 'dlv_1' } },
      apns: { headers: { 'apns-collapse-id': 'dlv_1' } },
      webpush: { headers: { Topic: 'dlv_1' }, notification: { tag: 'dlv_1' } },
    });
  });

  it('to a member without devices is skipped, and nothing is asked of anybody', async () => {
    devices = [];
    expect(await send()).toEqual({ state: 'SKIPPED', outcome: 'no device', detail: 'None is registered.' });
    expect(fcm.tokens).toEqual([]);
  });

  it.each(['unregistered', 'noToken', 'noTokenByField'] as const)(
    'has arrived on one device where the other is gone (%s), which is forgotten',
    async (answer) => {
      answering('a', fcmAnswers[answer]);
      expect(await send()).toEqual({ state: 'DELIVERED', outcome: 'delivered', detail: 'Taken for 1 of 2 devices.' });
      expect(devices).toEqual(['b']);
    },
  );

  it('is skipped where all devices are gone', async () => {
    answering('a', fcmAnswers.unregistered);
    answering('b', fcmAnswers.noToken);
    const detail = 'The service knows none of the devices any more.';
    expect(await send()).toEqual({ state: 'SKIPPED', outcome: 'no device', detail });
    expect(devices).toEqual([]);
  });

  it.each<[keyof typeof fcmAnswers, string]>([
    ['badMessage', '400 INVALID_ARGUMENT'],
    ['otherSender', '403 SENDER_ID_MISMATCH'],
  ])('that is refused for itself (%s) has failed, and costs nobody a device', async (answer, detail) => {
    for (const device of devices) answering(device, fcmAnswers[answer]);
    expect(await send()).toEqual({ state: 'FAILED', outcome: 'refused', detail });
    expect(devices).toEqual(['a', 'b']);
  });

  it.each<[keyof typeof fcmAnswers, string, string]>([
    ['unavailable', 'unavailable', '503 UNAVAILABLE'],
    ['internal', 'unavailable', '500 INTERNAL'],
    ['noProject', 'unavailable', '404 without a code'],
    ['forbidden', 'credentials', '403 without a code'],
    ['thirdParty', 'credentials', '401 THIRD_PARTY_AUTH_ERROR'],
  ])('is tried again where the service answers %s, and nobody loses a device', async (answer, outcome, detail) => {
    for (const device of devices) answering(device, fcmAnswers[answer]);
    expect(await send()).toEqual({ state: 'RETRY', outcome, detail });
    expect(devices).toEqual(['a', 'b']);
    expect(await send()).toMatchObject({ state: 'DELIVERED' });
  });

  it('waits a minute where the quota is used up, or for as long as the service asks', async () => {
    answering('a', fcmAnswers.quota);
    answering('b', { ...fcmAnswers.quota, headers: { 'retry-after': '600' } });
    const quota = { state: 'RETRY', outcome: 'quota', detail: '429 QUOTA_EXCEEDED' };
    expect(await send()).toEqual({ ...quota, notBefore: after(600) });
    devices = ['a'];
    answering('a', fcmAnswers.quota);
    expect(await send()).toEqual({ ...quota, notBefore: after(60) });
  });

  it('that one device took is tried again for the other alone', async () => {
    answering('b', fcmAnswers.unavailable);
    const detail = '503 UNAVAILABLE; taken for 1 of 2 devices';
    expect(await send()).toEqual({ state: 'RETRY', outcome: 'unavailable', detail, reached: ['a'] });
    expect(await send(['a'])).toEqual({ state: 'DELIVERED', outcome: 'delivered', detail: null });
    expect(takenBy()).toEqual(['a', 'b']);
  });

  it.each(['unregistered', 'otherSender'] as const)(
    'that one device took has arrived where the other turns out to be none (%s)',
    async (answer) => {
      answering('b', fcmAnswers[answer]);
      expect(await send(['a'])).toMatchObject({ state: 'DELIVERED', detail: 'Taken for 1 of 2 devices.' });
      devices = [];
      expect(await send(['a'])).toMatchObject({ state: 'DELIVERED' });
    },
  );

  it('whose answer is lost is sent again under the same tag', async () => {
    devices = ['a'];
    answering('a', 'lost');
    const detail = 'The push service cannot be reached.';
    expect(await send()).toEqual({ state: 'RETRY', outcome: 'unavailable', detail });
    expect(await send()).toMatchObject({ state: 'DELIVERED' });
    expect(fcm.taken).toHaveLength(2);
    expect(fcm.taken[0]).toEqual(fcm.taken[1]);
  });
});

describe('the access token', () => {
  it('is asked for once by many who send at once, and kept', async () => {
    await Promise.all(Array.from({ length: 5 }, () => send()));
    clock.advance(3_500_000);
    await send();
    expect(fcm.tokens).toHaveLength(1);
  });

  it('is asked for anew a minute before it expires', async () => {
    await send();
    clock.advance(3_540_000);
    expect(await send()).toMatchObject({ state: 'DELIVERED' });
    expect(fcm.tokens).toHaveLength(2);
  });

  it('that is refused is asked for anew at the next attempt', async () => {
    await send();
    fcm.tokens.push('another');
    expect(await send()).toEqual({ state: 'RETRY', outcome: 'credentials', detail: '401 without a code' });
    expect(await send()).toMatchObject({ state: 'DELIVERED' });
    expect(fcm.tokens).toHaveLength(3);
  });

  it.each<[string, FcmAnswer, object]>([
    [
      'is refused',
      { status: 400, body: { error: 'invalid_grant' } },
      { outcome: 'credentials', detail: '400 to the service account' },
    ],
    ['fails', { status: 500 }, { outcome: 'unavailable', detail: '500 to the service account' }],
    ['is no token', { status: 200 }, { outcome: 'unavailable', detail: '200 to the service account' }],
    ['is lost', 'lost', { outcome: 'unavailable', detail: 'Google cannot be reached.' }],
  ])('that %s is tried again, and no device is asked', async (_, answer, told) => {
    fcm.tokenScript.push(answer);
    expect(await send()).toEqual({ state: 'RETRY', ...told });
    expect(fcm.taken).toEqual([]);
    expect(await send()).toMatchObject({ state: 'DELIVERED' });
  });

  it('of a key that Google does not know is not given', async () => {
    channel = openChannel({ account: { ...fcm.account, privateKeyId: 'other' } });
    expect(await send()).toEqual({ state: 'RETRY', outcome: 'credentials', detail: '400 to the service account' });
  });
});

it('nobody is waited for without an end', async () => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  channel = openChannel({ apiUrl: `http://127.0.0.1:${port}` }, 300);
  expect(await send()).toEqual({
    state: 'RETRY',
    outcome: 'timeout',
    detail: 'The push service did not answer in time.',
  });
  silent.close();
});
