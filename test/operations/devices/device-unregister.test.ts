import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { deviceToken, myDevices, registered, unregister } from './devices.js';

describe('deviceUnregister', () => {
  let app: TestApp;
  let ana: TestClient;
  let zoe: TestClient;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp();
    ana = await app.client('beneficiary', { subject: 'ana' });
    zoe = await app.client('beneficiary', { subject: 'zoe' });
  });
  afterAll(() => app[Symbol.asyncDispose]());
  beforeEach(async () => {
    id = await registered(ana, 'a');
  });

  it('by id or token ends a device, and repeated says that it is not there', async () => {
    expect(await unregister(ana, { id })).toEqual({ deviceId: id, userErrors: [] });
    expect(await myDevices(ana)).toEqual([]);
    expect(await unregister(ana, { id })).toEqual({ deviceId: null, userErrors: [] });
    const again = await registered(ana, 'a');
    expect(await unregister(ana, { token: deviceToken('a') })).toEqual({ deviceId: again, userErrors: [] });
    expect(await myDevices(ana)).toEqual([]);
  });

  it('leaves the devices of others alone, and tells nothing of them', async () => {
    for (const named of [{ id }, { token: deviceToken('a') }, { token: deviceToken('nobody') }]) {
      expect(await unregister(zoe, named)).toEqual({ deviceId: null, userErrors: [] });
    }
    expect((await myDevices(ana)).map((device) => device.id)).toEqual([id]);
  });

  it('wants one name of the two', async () => {
    const refused = (code: string, field: string) => ({ deviceId: null, userErrors: [{ code, path: [field] }] });
    expect(await unregister(ana, {})).toEqual(refused('REQUIRED', 'id'));
    expect(await unregister(ana, { id, token: deviceToken('a') })).toEqual(refused('INVALID', 'token'));
    expect(await myDevices(ana)).toHaveLength(1);
  });
});
