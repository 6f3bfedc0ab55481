import type { Database } from '../../platform/database/database.js';
import { DeviceEntity, type DeviceRow } from './device.entity.js';
import { devicesOf, type OwnerOfDevices } from './read-devices.js';

/** The devices of members, for whoever pushes to them. */
export class PushDevices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  of(owner: OwnerOfDevices): Promise<Pick<DeviceRow, 'id' | 'token'>[]> {
    const { operatorId } = owner;
    return this.#database.transaction({ operatorId }, (em) => devicesOf(em, owner));
  }

  /** They take no pushes any more. One that another member has taken over meanwhile has another id. */
  async forget({ operatorId, beneficiaryId }: OwnerOfDevices, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.transaction({ operatorId }, (em) =>
      em.nativeDelete(DeviceEntity, { operatorId, beneficiaryId, id: { $in: [...ids] } }),
    );
  }
}
