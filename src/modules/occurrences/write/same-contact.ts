import type { EntityManager } from '@mikro-orm/postgresql';
import type { Parties } from './parties.js';

/**
 * Whether a number that is known could be of a contact of these: it covers an occurrence of somebody of the same family, asking
 * or concerned. Whether that is closed says nothing about the contact.
 */
export async function isOfContact(
  em: EntityManager,
  operatorId: string,
  number: string,
  { requesterId, beneficiaryId }: Parties,
): Promise<boolean> {
  const found = await em.execute<{ id: string }[]>(
    `select o.id from occurrence o
       join beneficiary b on b.operator_id = o.operator_id and b.id in (o.requester_id, o.beneficiary_id)
      where o.operator_id = ? and o.protocol_number = ?
        and coalesce(b.holder_id, b.id) in (
          select coalesce(holder_id, id) from beneficiary where operator_id = ? and id in (?, ?))
      limit 1`,
    [operatorId, number, operatorId, requesterId, beneficiaryId],
  );
  return found.length > 0;
}
