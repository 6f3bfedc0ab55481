import type { EntityManager } from '@mikro-orm/postgresql';
import { catalogueIn, lockConfiguration } from '../../workflow/index.js';
import { recordOvertaken } from '../decide/overtaken.js';
import type { SlaStateChanged } from '../events.js';
import { columnsOf, stateOf } from '../occurrence-row.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { lockOvertaken } from '../write/lock-row.js';
import { recordBySystem } from '../write/system-change.js';

export interface Batch {
  readonly operatorId: string;
  readonly occurrenceIds: readonly string[];
  readonly now: Date;
}

/** An event that was told, and how long after the instant that it tells of. */
export interface Told {
  readonly clock: SlaStateChanged['clock'];
  readonly lateMs: number;
}

/**
 * Tells of those that nobody else is changing or telling of: what is locked is left to whoever has it, or to the next
 * pass. What has been told meanwhile is not found any more.
 */
export async function tellOvertaken(em: EntityManager, { operatorId, occurrenceIds, now }: Batch): Promise<Told[]> {
  await lockConfiguration(em, operatorId, 'shared');
  const rows = await lockOvertaken(em, operatorId, occurrenceIds, now);
  if (rows.length === 0) return [];
  const catalogue = await catalogueIn(em, operatorId);
  const told: Told[] = [];
  for (const row of rows) {
    const lateMs = row.stateChangesAt ? now.getTime() - row.stateChangesAt.getTime() : 0;
    const events = await recordBySystem(em, { operatorId, row, catalogue, now, decide: recordOvertaken });
    if (events.length === 0) await forgetInstant(em, row);
    for (const { payload } of events) told.push({ clock: (payload as unknown as SlaStateChanged).clock, lateMs });
  }
  return told;
}

/** A version of the product that keeps no states may have changed the clocks: the instant is no longer that of them. */
const forgetInstant = (em: EntityManager, row: OccurrenceRow) =>
  em.execute('update occurrence set state_changes_at = ? where operator_id = ? and id = ?', [
    columnsOf(stateOf(row)).stateChangesAt?.toISOString() ?? null,
    row.operatorId,
    row.id,
  ]);
