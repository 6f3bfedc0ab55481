import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import { catalogueIn, lockConfiguration } from '../../workflow/index.js';
import type { Actor } from '../actor.js';
import type { Change, Situation } from '../decide.js';
import { recordActionSettled } from '../decide/settle.js';
import type { ActionSettled } from '../events.js';
import { columnsOf, stateOf } from '../occurrence-row.js';
import { lockRow } from './lock-row.js';
import { record } from './record.js';

/** Whom the history names for what happens by itself. */
const product: Actor = { kind: 'SYSTEM', id: null, name: 'Sistema', roles: [], attendantId: null, beneficiaryId: null };

export interface SystemChange {
  readonly operatorId: string;
  readonly occurrenceId: string;
  readonly now: Date;
}

/** What the product itself adds to the history, within a transaction of whoever makes it so; wake the log's readers after. */
async function changeBySystem(
  em: EntityManager,
  { operatorId, occurrenceId: id, now }: SystemChange,
  decide: (situation: Situation) => Change,
): Promise<StoredEvent> {
  await lockConfiguration(em, operatorId, 'shared');
  const row = await lockRow(em, operatorId, id);
  if (!row) throw new Error(`There is no occurrence ${id}`);
  const catalogue = await catalogueIn(em, operatorId);
  const type = catalogue.type(row.typeId);
  if (!type) throw new Error(`Occurrence ${id} is of type ${row.typeId}, which is not there`);
  const state = stateOf(row);
  const change = decide({ state, type, now });
  const occurrence = { ...row, ...columnsOf(change.state) };
  const { event } = await record(
    em,
    { operatorId, before: state, occurrence, type, catalogue, actor: product, now, change },
    [],
  );
  return event;
}

/** A delivery's end goes into the history. */
export const settleAction = (
  em: EntityManager,
  about: SystemChange,
  settled: Omit<ActionSettled, 'kind'>,
): Promise<StoredEvent> => changeBySystem(em, about, (situation) => recordActionSettled(situation, settled));
