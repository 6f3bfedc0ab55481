import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { NodeLoaders } from '../../platform/graphql/node-query.js';
import { type Device, deviceOf } from './device.js';
import { DeviceEntity, type DeviceRow } from './device.entity.js';
import { mostDevices } from './register-device.js';

export interface OwnerOfDevices {
  readonly operatorId: string;
  readonly beneficiaryId: string;
}

/** Those of a member, with their tokens: for whoever sends to them. The one seen last comes first. */
export const devicesOf = (em: EntityManager, { operatorId, beneficiaryId }: OwnerOfDevices): Promise<DeviceRow[]> =>
  em.find(
    DeviceEntity,
    { operatorId, beneficiaryId },
    { orderBy: { lastSeenAt: 'desc', id: 'desc' }, limit: mostDevices, disableIdentityMap: true },
  );

/** Those of the calling member. */
export async function myDevices(ctx: RequestContext): Promise<Device[]> {
  const { operatorId, personId: beneficiaryId } = ctx.caller;
  return (await devicesOf(await ctx.read(), { operatorId, beneficiaryId })).map(deviceOf);
}

/** Each member's own. */
export const deviceNodes: NodeLoaders = {
  async device(ctx, id) {
    const { operatorId, permissions, personId: beneficiaryId } = ctx.caller;
    if (!permissions.has('device:writeOwn')) return null;
    const em = await ctx.read();
    const row: DeviceRow | null = await em.findOne(DeviceEntity, { operatorId, beneficiaryId, id });
    return row && deviceOf(row);
  },
};
