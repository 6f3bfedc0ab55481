import { Client } from 'pg';
import { facetsOf } from './raw-facets.js';
import { newId } from '../../src/shared/ids.js';

/** A change of status as the database needs it, without a rule: what becomes of which occurrence. */
export interface RawChange {
  readonly operatorId: string;
  readonly occurrenceId: string;
  readonly from: string;
  readonly to: string;
  readonly actionId: string;
  readonly actor: { readonly id: string; readonly name: string };
}

export type RawWay = 'six round trips' | 'one statement';

/** The version that the occurrence has then. */
export type Change = (change: RawChange) => Promise<number>;

/** A connection that makes changes, bound by row-level security as the product's are. */
export async function connect(
  url: string,
  operatorId: string,
  way: RawWay,
): Promise<{ client: Client; change: Change }> {
  // One statement is its own transaction, so its operator is that of the connection.
  const options = way === 'one statement' ? `-c app.operator=${operatorId}` : undefined;
  const client = new Client({ connectionString: url, options });
  await client.connect();
  return { client, change: way === 'one statement' ? inOneStatement(client) : inSixRoundTrips(client) };
}

const appendEvent = `
  head as (
    insert into operator_log as log (operator_id, last_sequence, last_event_id) values ($1, 1, $3)
    on conflict (operator_id) do update set last_sequence = log.last_sequence + 1, last_event_id = excluded.last_event_id
    returning last_sequence)`;

const eventColumns = `(operator_id, sequence, id, occurrence_id, version, kind, occurred_at, actor_kind, actor_id, actor_name,
  payload, before, after)`;

const deliveryColumns = '(operator_id, id, action_id, occurrence_id, event_id, state, created_at)';

interface LockedRow {
  readonly version: number;
  readonly attendant_id: string | null;
}

/** Begin, select for update, update, delivery, event with its sequence, commit. */
const inSixRoundTrips =
  (client: Client): Change =>
  async ({ operatorId, occurrenceId, from, to, actionId, actor }) => {
    const now = new Date();
    const [eventId, deliveryId] = [newId('event', now), newId('delivery', now)];
    const named = (name: string, text: string, values: unknown[]) => client.query<LockedRow>({ name, text, values });
    await client.query(`begin; select set_config('app.operator', '${operatorId}', true)`);
    const { rows } = await named('lock', 'select * from occurrence where operator_id = $1 and id = $2 for update', [
      operatorId,
      occurrenceId,
    ]);
    const { version, attendant_id: attendantId } = rows[0]!;
    const next = version + 1;
    await named(
      'move',
      `update occurrence set status_id = $3, last_shown_status_id = $3, version = $4, updated_at = $5
        where operator_id = $1 and id = $2`,
      [operatorId, occurrenceId, to, next, now],
    );
    await named(
      'deliver',
      `insert into action_delivery ${deliveryColumns} values ($1, $2, $3, $4, $5, 'PENDING', $6)`,
      [operatorId, deliveryId, actionId, occurrenceId, eventId, now],
    );
    await named(
      'append',
      `with ${appendEvent}
       insert into occurrence_event ${eventColumns}
       select $1, head.last_sequence, $3, $2, $4, 'STATUS_CHANGED', $5, 'STAFF', $6, $7, $8, $9, $10 from head`,
      [
        operatorId,
        occurrenceId,
        eventId,
        next,
        now,
        actor.id,
        actor.name,
        JSON.stringify({ kind: 'STATUS_CHANGED', from, to, comment: null, denialBasis: null, assignedTo: null }),
        JSON.stringify(facetsOf(from, attendantId)),
        JSON.stringify(facetsOf(to, attendantId)),
      ],
    );
    await client.query('commit');
    return next;
  };

/** Everything at once. */
const inOneStatement =
  (client: Client): Change =>
  async ({ operatorId, occurrenceId, from, to, actionId, actor }) => {
    const now = new Date();
    const { rows } = await client.query<LockedRow>({
      name: 'change',
      text: `with locked as (
           select version, attendant_id from occurrence where operator_id = $1 and id = $2 for update),
         moved as (
           update occurrence set status_id = $4, last_shown_status_id = $4, version = locked.version + 1, updated_at = $5
             from locked where operator_id = $1 and id = $2 returning occurrence.version),
         delivered as (
           insert into action_delivery ${deliveryColumns}
           select $1, $6, $7, $2, $3, 'PENDING', $5 from moved),
         ${appendEvent},
         appended as (
           insert into occurrence_event ${eventColumns}
           select $1, head.last_sequence, $3, $2, moved.version, 'STATUS_CHANGED', $5, 'STAFF', $8, $9, $10,
             $11::jsonb || jsonb_build_object('attendantId', locked.attendant_id),
             $12::jsonb || jsonb_build_object('attendantId', locked.attendant_id)
             from head, moved, locked)
       select version from moved`,
      values: [
        operatorId,
        occurrenceId,
        newId('event', now),
        to,
        now,
        newId('delivery', now),
        actionId,
        actor.id,
        actor.name,
        JSON.stringify({ kind: 'STATUS_CHANGED', from, to, comment: null, denialBasis: null, assignedTo: null }),
        JSON.stringify(facetsOf(from, null)),
        JSON.stringify(facetsOf(to, null)),
      ],
    });
    return rows[0]!.version;
  };
