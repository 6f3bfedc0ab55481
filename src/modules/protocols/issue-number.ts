import type { EntityManager } from '@mikro-orm/postgresql';
import type { Operator } from '../operators/index.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { ansNumber, dayOf, mostOfADay } from './number.js';
import type { ProtocolType } from './protocol.entity.js';

export interface NumberRequest {
  readonly operator: Pick<Operator, 'id' | 'ansRegistry' | 'timeZone'>;
  readonly protocolType: Pick<ProtocolType, 'id' | 'numbering' | 'prefix'>;
  /** The occurrence's createdAt: the day of the number is its day. */
  readonly at: Date;
}

/** The next number, kept as a protocol in this transaction: none is ever given twice, and what is rolled back leaves no gap. */
export async function issueNumber(em: EntityManager, request: NumberRequest): Promise<Result<string>> {
  const { operator, protocolType, at } = request;
  const day = dayOf(at, operator.timeZone);
  const prefix = protocolType.prefix ?? '';
  const ans = protocolType.numbering === 'ANS';
  // Types of the same prefix count together: their numbers would be the same.
  const scope = ans ? `ANS ${day}` : `SEQUENTIAL ${prefix}`;
  for (;;) {
    const sequence = await nextOf(em, operator.id, scope);
    if (ans && sequence > mostOfADay) {
      return refusal(problem('NOT_AVAILABLE', `All ${mostOfADay} protocol numbers of ${day} have been issued.`));
    }
    const number = ans ? ansNumber(operator.ansRegistry, day, sequence) : `${prefix}${sequence}`;
    // A number that a system brought along before is passed over.
    if (await keepProtocol(em, operator.id, { number, protocolTypeId: protocolType.id, issuedAt: at })) {
      return success(number);
    }
  }
}

async function nextOf(em: EntityManager, operatorId: string, scope: string): Promise<number> {
  const [row] = await em.execute<{ last: string }[]>(
    `insert into protocol_sequence as sequence (operator_id, scope, last) values (?, ?, 1)
     on conflict (operator_id, scope) do update set last = sequence.last + 1
     returning last`,
    [operatorId, scope],
  );
  return Number(row?.last);
}

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
