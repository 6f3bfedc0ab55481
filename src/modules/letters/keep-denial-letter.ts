import { newId } from '../../shared/ids.js';
import type { Reaction } from '../occurrences/index.js';
import { loadOperator } from '../operators/index.js';
import { BeneficiaryEntity } from '../people/index.js';
import { composeDenialLetter } from './compose-denial-letter.js';
import { DenialLetterEntity } from './denial-letter.entity.js';

/** Writes the letter of a denial with it, so that nothing that is configured later changes what was said. */
export const keepDenialLetter: Reaction = async (em, { operatorId, event, occurrence, type, now }) => {
  if (event.kind !== 'STATUS_CHANGED' || event.denialBasis === null) return [];
  const { protocolNumber, beneficiaryId, version } = occurrence;
  const status = type.statuses.find(({ id }) => id === event.to);
  if (!status) throw new Error(`Type ${type.id} has no status ${event.to}`);
  const letter = composeDenialLetter({
    operator: await loadOperator(em, operatorId),
    occurrence,
    beneficiaryName: (await em.findOneOrFail(BeneficiaryEntity, { operatorId, id: beneficiaryId })).name,
    typeName: type.name,
    decision: status.externalDescription,
    basis: event.denialBasis,
    comment: event.comment,
    at: now,
  });
  await em.insert(DenialLetterEntity, {
    operatorId,
    id: newId('letter', now),
    occurrenceId: occurrence.id,
    version,
    deniedAt: now,
    fileName: `carta-negativa-${protocolNumber}.pdf`,
    letter,
  });
  return [];
};
