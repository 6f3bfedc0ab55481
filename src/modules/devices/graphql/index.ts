import { DeviceRegisterMutation } from './device-register.mutation.js';
import { DeviceUnregisterMutation } from './device-unregister.mutation.js';
import { MyDevicesQuery } from './my-devices.query.js';

export const resolvers = [MyDevicesQuery, DeviceRegisterMutation, DeviceUnregisterMutation];
