import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';
import { saved } from '../workflow/example.js';
import { deviceToken, myDevices, register, registered } from './devices.js';

describe('deviceRegister', () => {
  let app: TestApp;
  let ana: TestClient;
  let zoe: TestClient;
  let members = 0;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app[Symbol.asyncDispose]());
  beforeEach(async () => {
    members += 1;
    ana = await app.client('beneficiary', { subject: `ana-${members}` });
    zoe = await app.client('beneficiary', { subject: `zoe-${members}` });
  });

  const own = (name: string) => `${name}-${members}`;
  const node = async (client: TestClient, id: string) =>
    (await client.data('query ($id: ID!) { node(id: $id) { ... on Device { id name } } }', { id })).node;

  it('makes a device that its member alone finds, and shows nothing of its token', async () => {
    const token = deviceToken(own('celular'));
    const { device } = saved(await register(ana, { token, platform: 'IOS', name: ' Celular da Ana ' }));
    const now = app.clock.now().toISOString();
    expect(device).toEqual({
      id: expect.stringMatching(/^dev_/),
      platform: 'IOS',
      name: 'Celular da Ana',
      createdAt: now,
      lastSeenAt: now,
    });
    expect(await myDevices(ana)).toEqual([device]);
    expect(await node(ana, device.id)).toEqual({ id: device.id, name: 'Celular da Ana' });
    expect(await myDevices(zoe)).toEqual([]);
    expect(await node(zoe, device.id)).toBeNull();
    expect(app.logged.join('')).not.toContain(token.slice(0, 20));
  });

  it('repeated, leaves one device that was seen again', async () => {
    const first = saved(await register(ana, { token: deviceToken(own('a')), platform: 'WEB', name: 'Casa' })).device;
    app.clock.advance(60_000);
    const again = saved(await register(ana, { token: deviceToken(own('a')), platform: 'WEB' })).device;
    expect(again).toEqual({ ...first, name: null, lastSeenAt: app.clock.now().toISOString() });
    expect(await myDevices(ana)).toEqual([again]);
  });

  it('at once many times leaves one device', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => registered(ana, own('a'))));
    expect(new Set(ids).size).toBe(1);
    expect(await myDevices(ana)).toHaveLength(1);
  });

  it('takes a phone that changed hands over from who had it', async () => {
    const before = await registered(ana, own('a'));
    app.clock.advance(60_000);
    const { device } = saved(await register(zoe, { token: deviceToken(own('a')), platform: 'ANDROID' }));
    expect(device.id).not.toBe(before);
    expect(device.createdAt).toBe(app.clock.now().toISOString());
    expect(await myDevices(ana)).toEqual([]);
    expect(await node(ana, before)).toBeNull();
    expect(await myDevices(zoe)).toEqual([device]);
  });

  it('by two members at once leaves the phone with one of them', async () => {
    await Promise.all([ana, zoe, ana, zoe].map((client) => registered(client, own('a'))));
    expect([...(await myDevices(ana)), ...(await myDevices(zoe))]).toHaveLength(1);
  });

  it('in another operator is another device', async () => {
    const elsewhere = await app.client('beneficiary', { subject: 'ana', operator: 'beta' });
    await registered(ana, own('a'));
    await registered(elsewhere, own('a'));
    expect(await myDevices(ana)).toHaveLength(1);
    expect(await myDevices(elsewhere)).toHaveLength(1);
  });

  it('of a 21st puts out the one that was seen longest ago', async () => {
    for (let i = 0; i < 20; i++) {
      app.clock.advance(1_000);
      await registered(ana, own(`d${i}`));
    }
    app.clock.advance(1_000);
    const kept = await registered(ana, own('d0'));
    const gone = (await myDevices(ana)).at(-1).id;
    app.clock.advance(1_000);
    const last = await registered(ana, own('d20'));
    const ids = (await myDevices(ana)).map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(ids.slice(0, 2)).toEqual([last, kept]);
    expect(ids).not.toContain(gone);
  });

  it('of many at once leaves 20, and two members who are at it at once do not wait for each other', async () => {
    const names = Array.from({ length: 24 }, (_, i) => own(`d${i}`));
    await Promise.all(names.map((name) => registered(ana, name)));
    expect(await myDevices(ana)).toHaveLength(20);
    app.clock.advance(1_000);
    await Promise.all(names.flatMap((name) => [registered(zoe, name), registered(ana, `${name}-2`)]));
    expect(await myDevices(ana)).toHaveLength(20);
    expect(await myDevices(zoe)).toHaveLength(20);
  });

  it.each([
    ['a token that is too short', { token: 'x'.repeat(31) }, 'INVALID', 'token'],
    ['a token that is too long', { token: 'x'.repeat(4_097) }, 'INVALID', 'token'],
    ['a token with a space', { token: `${'x'.repeat(32)} y` }, 'INVALID', 'token'],
    ['a token with an accent', { token: `${'x'.repeat(32)}é` }, 'INVALID', 'token'],
    ['a blank name', { name: '  ' }, 'REQUIRED', 'name'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'INVALID', 'name'],
    ['a name with a line break', { name: 'a\nb' }, 'INVALID', 'name'],
  ])('refuses %s, and leaves no trace', async (_, given, code, field) => {
    const refused = await register(ana, { token: 'x'.repeat(32), platform: 'WEB', ...given });
    expect(refused).toEqual({ device: null, userErrors: [{ code, path: ['input', field] }] });
    expect(await myDevices(ana)).toEqual([]);
  });

  it('takes a token of 4096 characters', async () => {
    saved(await register(ana, { token: 'y'.repeat(4_096), platform: 'WEB' }));
    const { rows } = await withClient(app.testDatabase.ownerUrl, (client) =>
      client.query<{ length: number }>('select max(length(token)) as length from device'),
    );
    expect(rows).toEqual([{ length: 4_096 }]);
  });
});
