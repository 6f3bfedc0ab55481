import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../../platform/auth/caller.js';
import { kindOfId } from '../../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import { BeneficiaryEntity } from '../../people/index.js';
import { askerOf } from '../asker.js';
import { mayCreate } from '../policy.js';

export interface PartyNames {
  readonly beneficiaryId?: string | null | undefined;
  readonly requesterId?: string | null | undefined;
}

export interface Parties {
  readonly beneficiaryId: string;
  readonly requesterId: string;
}

const beneficiaryPath = ['input', 'beneficiaryId'];
const requesterPath = ['input', 'requesterId'];

/** For whom it is and who asks: a member asks for themselves or a dependant of theirs, staff and systems for anybody. */
export async function partiesOf(em: EntityManager, caller: Caller, names: PartyNames): Promise<Result<Parties>> {
  const self = caller.kind === 'BENEFICIARY' ? caller.personId : null;
  const beneficiaryId = names.beneficiaryId ?? self;
  if (beneficiaryId === null) return refusal(problem('REQUIRED', 'For whom is it?', beneficiaryPath));
  const requesterId = names.requesterId ?? self ?? beneficiaryId;
  const ids = [...new Set([beneficiaryId, requesterId])].filter((id) => kindOfId(id) === 'beneficiary');
  const known = await em.find(BeneficiaryEntity, { operatorId: caller.operatorId, id: { $in: ids } });

  const beneficiary = known.find(({ id }) => id === beneficiaryId);
  const requester = known.find(({ id }) => id === requesterId && (self === null || id === self));
  if (!requester && names.requesterId != null)
    return refusal(problem('NOT_FOUND', 'There is no such member.', requesterPath));
  const concerned = { requesterId, beneficiaryId, holderId: beneficiary?.holderId ?? null };
  return beneficiary && mayCreate(askerOf(caller), concerned)
    ? success({ beneficiaryId, requesterId })
    : refusal(problem('NOT_FOUND', 'There is no such member.', beneficiaryPath));
}
