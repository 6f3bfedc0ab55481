import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../../platform/auth/caller.js';
import { problem, type Problem } from '../../../shared/problem.js';
import type { Operator } from '../../operators/index.js';
import { BeneficiaryEntity } from '../../people/index.js';
import { isAnsNumberOf, ProtocolEntity } from '../../protocols/index.js';
import type { Catalogue } from '../../workflow/index.js';
import { OccurrenceEntity } from '../occurrence.entity.js';

const path = ['input', 'protocolNumber'];

export interface GivenNumber {
  readonly number: string;
  readonly caller: Caller;
  readonly operator: Operator;
  readonly catalogue: Catalogue;
}

/**
 * Why a number cannot be used again: staff name one that this operator knows, a member one of what they see as their own;
 * a system may bring one of another shape than this operator's own.
 */
export async function givenNumberProblem(em: EntityManager, given: GivenNumber): Promise<Problem | null> {
  const { number, caller, operator } = given;
  if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]{1,64}$/u.test(number) || number.trim() !== number) {
    return problem('INVALID', 'A number has 1 to 64 printable characters.', path);
  }
  const known = await em.count(ProtocolEntity, { operatorId: operator.id, number });
  if (known === 0) {
    const brought = caller.kind === 'SYSTEM' && !isAnsNumberOf(operator.ansRegistry, number);
    return brought ? null : unknown();
  }
  return caller.kind === 'BENEFICIARY' && !(await isOwnNumber(em, given)) ? unknown() : null;
}

const unknown = (): Problem => problem('NOT_FOUND', 'There is no such protocol.', path);

async function isOwnNumber(em: EntityManager, { number, caller, catalogue }: GivenNumber): Promise<boolean> {
  const { operatorId, personId } = caller;
  const dependants = await em.find(BeneficiaryEntity, { operatorId, holderId: personId });
  const family = [personId, ...dependants.map(({ id }) => id)];
  const own = await em.find(OccurrenceEntity, {
    operatorId,
    protocolNumber: number,
    $or: [{ requesterId: personId }, { beneficiaryId: { $in: family } }],
  });
  return own.some(({ statusId }) => catalogue.status(statusId)?.showInHistory);
}
