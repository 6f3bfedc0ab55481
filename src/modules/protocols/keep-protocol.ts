import type { EntityManager } from '@mikro-orm/postgresql';

export interface KeptProtocol {
  readonly number: string;
  /** null: it was brought along. */
  readonly protocolTypeId: string | null;
  readonly issuedAt: Date;
}

/** Keeps a number; false where it is known already. Waits for whoever is keeping the same one. */
export async function keepProtocol(em: EntityManager, operatorId: string, protocol: KeptProtocol): Promise<boolean> {
  const kept = await em.execute<{ number: string }[]>(
    `insert into protocol (operator_id, number, protocol_type_id, issued_at) values (?, ?, ?, ?)
     on conflict do nothing returning number`,
    [operatorId, protocol.number, protocol.protocolTypeId, protocol.issuedAt.toISOString()],
  );
  return kept.length === 1;
}
