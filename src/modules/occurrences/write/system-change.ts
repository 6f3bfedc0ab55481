import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import { type Catalogue, catalogueIn, lockConfiguration } from '../../workflow/index.js';
import type { Actor } from '../actor.js';
import type { Change, Situation } from '../decide.js';
import { recordActionSettled } from '../decide/settle.js';
import type { ActionSettled } from '../events.js';
import { columnsOf, stateOf } from '../occurrence-row.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { lockRow } from './lock-row.js';
import { record } from './record.js';

/** Whom the history names for what happens by itself. */
const product: Actor = { kind: 'SYSTEM', id: null, name: 'Sistema', roles: [], attendantId: null, beneficiaryId: null };

export interface SystemChange {
  readonly operatorId: string;
  readonly occurrenceId: string;
  readonly now: Date;
}

/** An occurrence that this transaction has locked, as has the configuration been. */
interface LockedBySystem {
  readonly operatorId: string;
  readonly row: OccurrenceRow;
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly decide: (situation: Situation) => readonly Change[];
}

/** What the product itself adds to the history, in order; wake the log's readers after. */
export async function recordBySystem(
  em: EntityManager,
  { operatorId, row, catalogue, now, decide }: LockedBySystem,
): Promise<StoredEvent[]> {
  const type = catalogue.type(row.typeId);
  if (!type) throw new Error(`Occurrence ${row.id} is of type ${row.typeId}, which is not there`);
  let before = stateOf(row);
  const events: StoredEvent[] = [];
  for (const change of decide({ state: before, type, now })) {
    const occurrence = { ...row, ...columnsOf(change.state) };
    const about = { operatorId, before, occurrence, type, catalogue, actor: product, now };
    events.push((await record(em, { ...about, change }, [])).event);
    before = change.state;
  }
  return events;
}

/** A delivery's end goes into the history, within a transaction of whoever makes it so; wake the log's readers after. */
export async function settleAction(
  em: EntityManager,
  { operatorId, occurrenceId: id, now }: SystemChange,
  settled: Omit<ActionSettled, 'kind'>,
): Promise<void> {
  await lockConfiguration(em, operatorId, 'shared');
  const row = await lockRow(em, operatorId, id);
  if (!row) throw new Error(`There is no occurrence ${id}`);
  const catalogue = await catalogueIn(em, operatorId);
  const decide = (situation: Situation) => [recordActionSettled(situation, settled)];
  await recordBySystem(em, { operatorId, row, catalogue, now, decide });
}
