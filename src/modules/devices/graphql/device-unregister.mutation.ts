import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import { unregisterDevice } from '../unregister-device.js';

@ObjectType('DeviceUnregisterPayload', { description: 'What was unregistered, or why nothing was.' })
class DeviceUnregisterPayload {
  @Field(() => ID, {
    nullable: true,
    description:
      'Of the device that is gone; null where the caller has no such device (any more), or there are errors.',
  })
  deviceId!: string | null;
  @Field(() => [UserError], { description: 'What has to be mended; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class DeviceUnregisterMutation {
  @Requires('device:writeOwn')
  @Mutation(() => DeviceUnregisterPayload, {
    description:
      "Ends pushes to a device of the caller's, such as before signing out; can be repeated. It is named by id or by token, one of the two: else REQUIRED or INVALID.",
  })
  async deviceUnregister(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Of the device.' }) id: string | null | undefined,
    @Arg('token', () => String, { nullable: true, description: 'That it was registered with.' })
    token: string | null | undefined,
  ): Promise<DeviceUnregisterPayload> {
    const result = await unregisterDevice(ctx, { id, token });
    return result.ok
      ? { deviceId: result.value, userErrors: [] }
      : { deviceId: null, userErrors: userErrorsOf(result.problems) };
  }
}
