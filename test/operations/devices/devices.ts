import type { TestClient } from '../../kit/client.js';
import { saved } from '../workflow/example.js';

/** A registration token as Firebase makes them; the same for the same name. */
export const deviceToken = (name: string): string => `${name}:APA91b${'Hk3_x-9Z'.repeat(16)}`;

const shown = 'id platform name createdAt lastSeenAt';

export const register = async (client: TestClient, input: object): Promise<any> =>
  (
    await client.data(
      `mutation ($input: DeviceRegisterInput!) {
         deviceRegister(input: $input) { device { ${shown} } userErrors { code path } } }`,
      { input },
    )
  ).deviceRegister;

/** The id of a device that was registered. */
export const registered = async (client: TestClient, name: string, platform = 'ANDROID'): Promise<string> =>
  saved(await register(client, { token: deviceToken(name), platform })).device.id;

export const unregister = async (client: TestClient, named: { id?: string; token?: string }): Promise<any> =>
  (
    await client.data(
      `mutation ($id: ID, $token: String) {
         deviceUnregister(id: $id, token: $token) { deviceId userErrors { code path } } }`,
      named,
    )
  ).deviceUnregister;

export const myDevices = async (client: TestClient): Promise<any[]> =>
  (await client.data(`{ myDevices { ${shown} } }`)).myDevices;
