import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { kindOfId } from '../../../shared/ids.js';
import { BeneficiaryEntity } from '../../people/index.js';
import { type Catalogue, catalogueHeld, lockConfiguration, type OccurrenceType } from '../../workflow/index.js';
import type { Actor } from '../actor.js';
import { actorOf, askerOf } from '../asker.js';
import type { Situation } from '../decide.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { stateOf } from '../occurrence-row.js';
import { type Asker, type Concerned, maySee } from '../policy.js';
import { statusOf } from '../state.js';
import { lockRow } from './lock-row.js';

/** An occurrence that this transaction alone may change, with the configuration that holds until it ends. */
export interface Held extends Situation {
  readonly em: EntityManager;
  readonly operatorId: string;
  readonly row: OccurrenceRow;
  readonly catalogue: Catalogue;
  readonly concerned: Concerned;
  readonly actor: Actor;
  readonly asker: Asker;
  /** Whether the caller may read it, and not only change it as their scopes let them. */
  readonly visible: boolean;
  /** What concludes nothing, in the operator's words. */
  readonly genericTerms: readonly string[];
}

/** Locks the configuration and then the occurrence; null where there is none for this caller. */
export async function hold(em: EntityManager, ctx: RequestContext, id: string): Promise<Held | null> {
  const { caller } = ctx;
  const { operatorId } = caller;
  await lockConfiguration(em, operatorId, 'shared');
  if (kindOfId(id) !== 'occurrence') return null;
  const row = await lockRow(em, operatorId, id);
  if (!row) return null;
  const catalogue = await catalogueHeld(em, ctx);
  const type = typeOf(catalogue, row);
  const state = stateOf(row);
  const asker = askerOf(caller);
  const concerned = await concernedBy(em, row, asker);
  const visible = maySee(asker, concerned, statusOf(state, type).showInHistory);
  if (caller.kind === 'BENEFICIARY' && !visible) return null;
  const actor = actorOf(caller);
  // The lock may have been waited for: what happened meanwhile happened before.
  const now = ctx.clock.now();
  const { genericTerms } = catalogue;
  return { em, operatorId, row, catalogue, type, state, concerned, actor, asker, visible, genericTerms, now };
}

/** Whose dependant the beneficiary is matters to other members alone. */
async function concernedBy(em: EntityManager, row: OccurrenceRow, { actor }: Asker): Promise<Concerned> {
  const { operatorId, requesterId, beneficiaryId } = row;
  const self = actor.beneficiaryId;
  if (self === null || self === requesterId || self === beneficiaryId) {
    return { requesterId, beneficiaryId, holderId: null };
  }
  const { holderId } = await em.findOneOrFail(BeneficiaryEntity, { operatorId, id: beneficiaryId });
  return { requesterId, beneficiaryId, holderId: holderId ?? null };
}

/** A foreign key holds it, so a miss is a surprise. */
function typeOf(catalogue: Catalogue, { id, typeId }: OccurrenceRow): OccurrenceType {
  const type = catalogue.type(typeId);
  if (!type) throw new Error(`Occurrence ${id} is of type ${typeId}, which is not there`);
  return type;
}
