import type { RequestContext } from '../../platform/graphql/context.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { digestOf } from './device.js';
import { DeviceEntity } from './device.entity.js';

export interface NamedDevice {
  readonly id?: string | null | undefined;
  readonly token?: string | null | undefined;
}

/** Ends pushes to a device of the calling member; answers with its id, or null where they have no such device. */
export async function unregisterDevice(
  ctx: RequestContext,
  { id, token }: NamedDevice,
): Promise<Result<string | null>> {
  if (id == null && token == null) return refusal(problem('REQUIRED', 'Name the device by id or by token.', ['id']));
  if (id != null && token != null) return refusal(problem('INVALID', 'Name the device by one of the two.', ['token']));
  const { operatorId, personId: beneficiaryId } = ctx.caller;
  const named = id == null ? { tokenDigest: digestOf(token!) } : { id };
  return ctx.write(async (em) => {
    const device = await em.findOne(DeviceEntity, { operatorId, beneficiaryId, ...named });
    if (!device) return success(null);
    // Whose it is counts as of now: it may have been taken over since it was read.
    const gone = await em.nativeDelete(DeviceEntity, { operatorId, beneficiaryId, id: device.id });
    return success(gone > 0 ? device.id : null);
  });
}
