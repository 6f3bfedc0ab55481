import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../occurrences/index.js';
import type { ActionDelivery } from './delivery.entity.js';

/** An action that fires, before it is tried for the first time. */
export type Fired = Pick<ActionDelivery, 'operatorId' | 'id' | 'actionId' | 'occurrenceId' | 'lane' | 'state'>;

/** One short statement, however many they are: a change with many actions is hardly slower than one without. */
export async function keepDeliveries(
  em: EntityManager,
  { operatorId, occurrence, eventId, now }: Recorded,
  fired: readonly Fired[],
): Promise<void> {
  if (fired.length === 0) return;
  const own = fired.map(({ id, actionId, lane, state }) => ({ id, action_id: actionId, lane, state }));
  await em.execute(
    `insert into action_delivery
       (operator_id, occurrence_id, event_id, version, created_at, tries, resent, id, action_id, lane, state)
     select ?, ?, ?, ?::int, ?::timestamptz, 0, 0, own.*
       from json_to_recordset(?::json) as own (id text, action_id text, lane text, state text)`,
    [operatorId, occurrence.id, eventId, occurrence.version, now.toISOString(), JSON.stringify(own)],
  );
}
