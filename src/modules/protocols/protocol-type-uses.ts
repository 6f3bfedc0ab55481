import type { EntityManager } from '@mikro-orm/postgresql';

/** What depends on a protocol type, told by whoever knows: the modules that use protocol types are above this one. */
export interface ProtocolTypeUses {
  /** Active occurrence types with the protocol type, each by its name. */
  usedBy(em: EntityManager, operatorId: string, protocolTypeId: string): Promise<readonly string[]>;
}
