import type { EntityManager } from '@mikro-orm/postgresql';
import { plainRow } from '../../platform/database/plain-row.js';
import { type ProtocolType, ProtocolTypeEntity, type ProtocolTypeRow } from './protocol.entity.js';

/** Every protocol type of an operator, in the order of keys. */
export async function loadProtocolTypes(em: EntityManager, operatorId: string): Promise<ProtocolType[]> {
  const rows: ProtocolTypeRow[] = await em.find(
    ProtocolTypeEntity,
    { operatorId },
    { orderBy: { key: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(plainRow);
}
