import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Device } from '../device.js';
import type { DevicePlatform } from '../device.entity.js';
import { mostDevices, registerDevice } from '../register-device.js';
import { DevicePlatformEnum } from './device-platform.enum.js';
import { DeviceObject } from './device.type.js';

@InputType('DeviceRegisterInput', { description: 'The device that the app runs on.' })
class DeviceRegisterInput {
  @Field(() => String, {
    description: 'Its registration token of Firebase Cloud Messaging: 32 to 4096 visible ASCII characters.',
  })
  token!: string;
  @Field(() => DevicePlatformEnum, { description: 'What it runs.' })
  platform!: DevicePlatform;
  @Field(() => String, {
    nullable: true,
    description: 'What the beneficiary knows it by, 100 characters at the most; none unless given.',
  })
  name?: string | null;
}

@ObjectType('DeviceRegisterPayload', { description: 'The device, or why it was not registered.' })
class DeviceRegisterPayload {
  @Field(() => DeviceObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  device!: Device | null;
  @Field(() => [UserError], { description: 'What has to be mended; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class DeviceRegisterMutation {
  @Requires('device:writeOwn')
  @Mutation(() => DeviceRegisterPayload, {
    description: `Has pushes sent to a device. To be called whenever the app starts signed in, and when its token changes: repeated, the device stays and counts as seen. A token that another beneficiary had registered is theirs no more. A beneficiary has ${mostDevices} devices at the most: a further one replaces the one that was seen longest ago.`,
  })
  async deviceRegister(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => DeviceRegisterInput, { description: 'The device.' }) input: DeviceRegisterInput,
  ): Promise<DeviceRegisterPayload> {
    const result = await registerDevice(ctx, input);
    return result.ok
      ? { device: result.value, userErrors: [] }
      : { device: null, userErrors: userErrorsOf(result.problems) };
  }
}
