import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../../platform/auth/caller.js';
import { problem, type Problem } from '../../../shared/problem.js';
import type { Operator } from '../../operators/index.js';
import { BeneficiaryEntity } from '../../people/index.js';
import { isNumberText, isOwnShape, keepProtocol, longestGivenNumber, ProtocolEntity } from '../../protocols/index.js';
import type { Catalogue } from '../../workflow/index.js';
import { OccurrenceEntity } from '../occurrence.entity.js';
import type { Parties } from './parties.js';
import { isOfContact } from './same-contact.js';

const path = ['input', 'protocolNumber'];

export interface GivenNumber {
  /** As it is kept. */
  readonly number: string;
  readonly caller: Caller;
  readonly operator: Operator;
  readonly catalogue: Catalogue;
  /** null where they are not known, which is a problem of its own. */
  readonly parties: Parties | null;
  readonly now: Date;
}

/**
 * Why a number cannot be used: staff name one that this operator knows, of the same contact; a member one of what they see as
 * their own; a system may bring one along that this operator would never issue, which is kept here.
 */
export async function givenNumberProblem(em: EntityManager, given: GivenNumber): Promise<Problem | null> {
  const { number, caller, operator, catalogue, parties } = given;
  if (!isNumberText(number)) {
    return problem('INVALID', `A number has 1 to ${longestGivenNumber} printable characters.`, path);
  }
  const known = (await em.count(ProtocolEntity, { operatorId: operator.id, number })) > 0;
  if (!known) {
    if (caller.kind !== 'SYSTEM') return unknown();
    if (isOwnShape(catalogue.protocolTypes, operator, number)) {
      return problem(
        'INVALID',
        'Numbers of this shape are issued here: bring none along, or one that was issued.',
        path,
      );
    }
    const brought = { number, protocolTypeId: null, issuedAt: given.now };
    // Somebody else may have brought the same one along meanwhile: then it is known, and of their contact.
    if (await keepProtocol(em, operator.id, brought)) return null;
  }
  if (caller.kind === 'BENEFICIARY') return (await isOwnNumber(em, given)) ? null : unknown();
  return parties === null || (await isOfContact(em, operator.id, number, parties))
    ? null
    : problem('INVALID', 'The number is of a contact of somebody else.', path);
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
