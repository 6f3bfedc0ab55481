import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Device } from '../device.js';
import { myDevices } from '../read-devices.js';
import { mostDevices } from '../register-device.js';
import { DeviceObject } from './device.type.js';

@Resolver()
export class MyDevicesQuery {
  @Requires('device:writeOwn')
  @Query(() => [DeviceObject], {
    description: `The devices on which the calling beneficiary gets pushes, ${mostDevices} at the most; the one seen last comes first.`,
  })
  myDevices(@Ctx() ctx: RequestContext): Promise<Device[]> {
    return myDevices(ctx);
  }
}
