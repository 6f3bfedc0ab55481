import type { EntityManager } from '@mikro-orm/postgresql';
import type { Operator } from '../operators/index.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { keepProtocol } from './keep-protocol.js';
import { dayOf } from './number.js';
import { mostOf, numberingOf, type NumberedType, numberOf, periodOf } from './numbering.js';
import { nextOf, sequenceScope } from './sequence.js';

export interface NumberRequest {
  readonly operator: Pick<Operator, 'id' | 'ansRegistry' | 'timeZone'>;
  readonly protocolType: NumberedType & { readonly id: string };
  /** The occurrence's createdAt: the day of the number is its day. */
  readonly at: Date;
}

/** The next number, kept as a protocol in this transaction: none is ever given twice, and what is rolled back leaves no gap. */
export async function issueNumber(em: EntityManager, request: NumberRequest): Promise<Result<string>> {
  const { operator, protocolType, at } = request;
  const day = dayOf(at, operator.timeZone);
  const numbering = numberingOf(protocolType, operator);
  const period = periodOf(numbering.reset, day);
  const scope = protocolType.numbering === 'ANS' ? `ANS ${day}` : sequenceScope(numbering, period);
  const most = mostOf(numbering);
  for (;;) {
    const sequence = await nextOf(em, operator.id, scope);
    if (sequence > most) {
      const within = period === '' ? `"${numbering.pattern}"` : period;
      return refusal(problem('NOT_AVAILABLE', `All ${most} protocol numbers of ${within} have been issued.`));
    }
    const number = numberOf(numbering, day, sequence);
    // A number that was brought along before its shape was the operator's own is passed over.
    if (await keepProtocol(em, operator.id, { number, protocolTypeId: protocolType.id, issuedAt: at })) {
      return success(number);
    }
  }
}
