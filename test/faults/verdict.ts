import { vi } from 'vitest';
import type { TestClient } from '../kit/client.js';
import { withClient } from '../kit/database.js';
import { times } from '../kit/faults.js';
import { historyFaults, type KeptOccurrence, type LoggedEvent } from '../kit/history-checker.js';
import type { Failure, DeskLoad } from './desk-load.js';
import { Follower, withEvents } from './follower.js';
import { statusActions } from './service-desk.js';
import { type Trial, worked } from './trial.js';

export interface Ended extends Trial {
  /** Those that failed and may have happened all the same. */
  readonly inDoubt: readonly Failure[];
}

/** What the server makes itself, without being asked. */
const ofTheServer = new Set(['OccurrenceActionSettled', 'OccurrenceSlaStateChanged']);
/** A stream from the start executes an operation for every event. */
const patience = { timeout: times(60_000, 1_800_000) };

/** Everything that is wrong after the writers have stopped: by what the API tells, and in the rows that it does not show. */
export async function faultsOf(trial: Ended): Promise<string[]> {
  const { api, supervisor, load, inDoubt, from, followers } = trial;
  await allSettled(supervisor);
  await using reader = new Follower(() => api.url, supervisor.token!, from, withEvents);
  const { streamCursor } = (await supervisor.data('{ occurrences(first: 1) { streamCursor } }')).occurrences;
  const all = [reader, ...followers];
  // Whoever does not get there is found wanting below.
  await vi.waitUntil(() => all.every(({ last }) => last === streamCursor), patience).catch(() => undefined);
  const log = reader.updates.map(({ cursor, occurrenceId, event }): LoggedEvent => {
    return { occurrenceId, version: event?.version ?? NaN, cursor, entered: event?.entered?.key ?? null };
  });
  const unasked = reader.updates.filter(({ event }) => event && ofTheServer.has(event.__typename)).length;
  return [
    ...all.flatMap(({ surprises }) => surprises),
    ...historyFaults({
      acknowledged: load.acknowledged,
      unanswered: inDoubt.filter(({ sentAgain }) => !sentAgain).length + unasked,
      from,
      log,
      occurrences: await keptOccurrences(supervisor),
      streams: followers.map(({ cursors }) => cursors),
      actions: statusActions,
    }),
    ...(await halfChanges(trial, reader)),
    ...(await openingsMadeTwice(load)),
    ...unexpectedRefusals(load),
  ];
}

/** No worker has anything left to do, or none is there. */
async function allSettled(supervisor: TestClient): Promise<void> {
  const left = '{ actionDeliveries(first: 1, states: [PENDING, RETRYING]) { nodes { id } } }';
  const idle = async () => (await supervisor.data(left)).actionDeliveries.nodes.length === 0;
  if (worked) await vi.waitUntil(idle, { timeout: 120_000, interval: 100 });
}

/** An opening that was sent again, and is sent once more, gives one and the same occurrence. */
async function openingsMadeTwice(load: DeskLoad): Promise<string[]> {
  const faults: string[] = [];
  for (const [key, client] of load.retried) {
    const again = await load.open(client, key);
    if (again?.occurrence?.id !== load.created.get(key)) faults.push(`${key} opened two occurrences`);
  }
  if (new Set(load.created.values()).size < load.created.size) faults.push('two keys opened one occurrence');
  return faults;
}

const unexpectedRefusals = ({ refusals }: DeskLoad): string[] =>
  refusals.filter((code) => !['TRANSITION_NOT_ALLOWED', 'OCCURRENCE_CLOSED'].includes(code));

async function keptOccurrences(supervisor: TestClient): Promise<KeptOccurrence[]> {
  const deliveries = new Map<string, string[]>();
  const fired = 'actionDeliveries(first: 100, after: $after) { nodes { action { key } occurrence { id } } pageInfo';
  for (const { action, occurrence } of await pages(supervisor, fired)) {
    deliveries.set(occurrence.id, [...(deliveries.get(occurrence.id) ?? []), action.key]);
  }
  const kept = 'occurrences(first: 100, after: $after) { nodes { id version status { key } } pageInfo';
  return (await pages(supervisor, kept)).map(({ id, version, status }) => {
    return { id, version, statusKey: status.key, deliveries: deliveries.get(id) ?? [] };
  });
}

async function pages(client: TestClient, connection: string): Promise<any[]> {
  const nodes: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { page: ${connection} { hasNextPage endCursor } } }`;
    const { page }: { page: any } = await client.data(query, { after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

/** Rows that are not as their last event says, and events without exactly the deliveries and messages that they fire. */
async function halfChanges({ ownerUrl, operatorId }: Trial, reader: Follower): Promise<string[]> {
  return withClient(ownerUrl, async (sql) => {
    const read = async (query: string) => (await sql.query<Record<string, any>>(query, [operatorId])).rows;
    const rows = await read(
      `select o.id from occurrence o
         left join lateral (select e.version, e.after from occurrence_event e
           where e.operator_id = o.operator_id and e.occurrence_id = o.id order by e.sequence desc limit 1) e on true
        where o.operator_id = $1
          and (o.version, o.status_id) is distinct from (e.version, e.after ->> 'statusId')`,
    );
    const events = await read('select id from occurrence_event where operator_id = $1 order by sequence');
    const deliveries = await read(
      `select d.event_id, array_agg(a.key order by a.key) as keys from action_delivery d
         join action a on a.operator_id = d.operator_id and a.id = d.action_id
        where d.operator_id = $1 group by d.event_id`,
    );
    const [inbox] = await read(
      `select (select count(*) from inbox_message where operator_id = $1) as messages,
              (select count(*) from action_delivery d join action a on a.operator_id = d.operator_id and a.id = d.action_id
                where d.operator_id = $1 and a.kind = 'IN_APP') as fired`,
    );
    const fired = new Map(deliveries.map(({ event_id, keys }) => [event_id, keys.join()]));
    const expected = new Map(
      reader.updates.flatMap(({ event }) =>
        event?.entered ? [[event.id, statusActions[event.entered.key]!.toSorted().join()]] : [],
      ),
    );
    const told = reader.updates.map(({ event }) => event?.id);
    return [
      ...rows.map(({ id }) => `the row of ${id} is not as its last event says`),
      ...(told.join() === events.map(({ id }) => id).join() ? [] : ['the stream from the start is not the table']),
      ...[...new Set([...fired.keys(), ...expected.keys()])]
        .filter((id) => fired.get(id) !== expected.get(id))
        .map((id) => `event ${id} has the deliveries [${fired.get(id) ?? ''}] and not [${expected.get(id) ?? ''}]`),
      ...(inbox!['messages'] === inbox!['fired'] ? [] : [`${inbox!['messages']} messages of ${inbox!['fired']}`]),
    ];
  });
}
