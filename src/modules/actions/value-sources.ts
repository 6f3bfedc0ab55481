import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../occurrences/index.js';
import { loadOperator } from '../operators/index.js';
import { BeneficiaryEntity } from '../people/index.js';
import type { Status } from '../workflow/index.js';
import type { ValueSources } from './template-values.js';

/** The part of a change that they are read for. */
export type Occurred = Pick<Recorded, 'operatorId' | 'event' | 'occurrence' | 'type'> & {
  /** null: it has just been created. */
  readonly before: { readonly statusId: string } | null;
};

/** Reads what the templates and conditions of a status's actions may name. */
export async function loadValueSources(
  em: EntityManager,
  recorded: Occurred,
  status: Status,
  publicUrl: string,
): Promise<ValueSources> {
  const { operatorId, before, occurrence, type } = recorded;
  const { requesterId, beneficiaryId } = occurrence;
  const operator = await loadOperator(em, operatorId);
  const ids = [...new Set([requesterId, beneficiaryId])];
  const members = new Map(
    (await em.find(BeneficiaryEntity, { operatorId, id: { $in: ids } })).map((member) => [member.id, member]),
  );
  return {
    recorded,
    operator,
    requester: members.get(requesterId)!,
    beneficiary: members.get(beneficiaryId)!,
    status,
    previousStatus: type.statuses.find(({ id }) => id === before?.statusId) ?? null,
    entries: await newestEntries(em, recorded),
    publicUrl,
  };
}

async function newestEntries(em: EntityManager, { operatorId, occurrence, type }: Occurred) {
  const newest = await em.execute<{ tab_id: string; data: Record<string, unknown> }[]>(
    `select distinct on (tab_id) tab_id, data from tab_entry
      where operator_id = ? and occurrence_id = ? order by tab_id, created_at desc, id desc`,
    [operatorId, occurrence.id],
  );
  const keys = new Map(type.tabs.map(({ id, key }) => [id, key]));
  return Object.fromEntries(newest.map(({ tab_id, data }) => [keys.get(tab_id) ?? tab_id, data]));
}
