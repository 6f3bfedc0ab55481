import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { refusal, type Result, success } from '../../shared/problem.js';
import { type Device, deviceOf, digestOf } from './device.js';
import { DeviceEntity, type DeviceRow } from './device.entity.js';
import { deviceFaults, type NewDevice } from './device-faults.js';

/** So many a member has; a further one takes the place of that which was seen longest ago. */
export const mostDevices = 20;

interface Owner {
  readonly operatorId: string;
  readonly beneficiaryId: string;
}

/** Makes the device the calling member's, whoever had it before; repeated, it is seen again. */
export async function registerDevice(ctx: RequestContext, input: NewDevice): Promise<Result<Device>> {
  const faults = deviceFaults(input);
  if (faults.length > 0) return refusal(...faults);
  const { operatorId, personId: beneficiaryId } = ctx.caller;
  return ctx.write(async (em) => {
    // One at a time for each member: two at once would both find room for one more.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`devices ${beneficiaryId}`]);
    const device = await take(em, { operatorId, beneficiaryId }, input, ctx.clock.now());
    await makeRoom(em, device);
    return success(deviceOf(device));
  });
}

/** In one statement, so that of two members who register it at once one has it. Another's comes under a new id. */
async function take(em: EntityManager, owner: Owner, { token, platform, name }: NewDevice, now: Date) {
  const { operatorId, beneficiaryId } = owner;
  const tokenDigest = digestOf(token);
  await em.execute(
    `insert into device (operator_id, id, beneficiary_id, platform, token, token_digest, name, created_at, last_seen_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (operator_id, token_digest) do update set
       id = case when device.beneficiary_id = excluded.beneficiary_id then device.id else excluded.id end,
       created_at = case when device.beneficiary_id = excluded.beneficiary_id then device.created_at else excluded.created_at end,
       beneficiary_id = excluded.beneficiary_id, platform = excluded.platform, name = excluded.name,
       last_seen_at = excluded.last_seen_at`,
    [
      operatorId,
      newId('device', now),
      beneficiaryId,
      platform,
      token,
      tokenDigest,
      name?.trim() ?? null,
      now.toISOString(),
      now.toISOString(),
    ],
  );
  return em.findOneOrFail(DeviceEntity, { operatorId, tokenDigest }, { disableIdentityMap: true });
}

async function makeRoom(em: EntityManager, { operatorId, beneficiaryId, id }: DeviceRow): Promise<void> {
  // What another member is taking over at this moment goes anyway: to wait for it could be to wait for each other.
  await em.execute(
    `delete from device where operator_id = ? and id in (
       select id from device where operator_id = ? and id in (
         select id from device where operator_id = ? and beneficiary_id = ? and id <> ?
          order by last_seen_at desc, id desc offset ?)
       for update skip locked)`,
    [operatorId, operatorId, operatorId, beneficiaryId, id, mostDevices - 1],
  );
}
