import type { EntityManager } from '@mikro-orm/postgresql';
import { type StoredEvent, StoredEventEntity } from './event.entity.js';
import type { LogPosition } from './cursor.js';

export type NewEvent = Omit<StoredEvent, 'operatorId' | 'sequence'>;

/** A statement that goes along with another, in no order. */
export interface Alongside {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * Adds an event as the next of its operator's log. Make it the last statement before the commit: whoever takes n + 1
 * waits here until n is committed, so a reader that follows the sequence misses nothing and needs no snapshots.
 */
export async function appendEvent(
  em: EntityManager,
  operatorId: string,
  event: NewEvent,
  alongside: Alongside | null = null,
): Promise<StoredEvent> {
  await em.flush();
  const [row] = await em.execute<{ sequence: string }[]>(
    `with ${alongside ? `alongside as (${alongside.sql}), ` : ''}head as (
       insert into operator_log as log (operator_id, last_sequence, last_event_id) values (?, 1, ?)
       on conflict (operator_id) do update set last_sequence = log.last_sequence + 1, last_event_id = excluded.last_event_id
       returning last_sequence)
     insert into occurrence_event (operator_id, sequence, id, occurrence_id, version, kind, occurred_at,
       actor_kind, actor_id, actor_name, payload, before, after)
     select ?, head.last_sequence, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb from head
     returning sequence`,
    [
      ...(alongside?.params ?? []),
      operatorId,
      event.id,
      operatorId,
      event.id,
      event.occurrenceId,
      event.version,
      event.kind,
      event.occurredAt.toISOString(),
      event.actorKind,
      event.actorId,
      event.actorName,
      JSON.stringify(event.payload),
      event.before && JSON.stringify(event.before),
      JSON.stringify(event.after),
    ],
  );
  return { ...event, operatorId, sequence: Number(row?.sequence) };
}

/** What follows a position, in order. */
export async function readEvents(
  em: EntityManager,
  operatorId: string,
  afterSequence: number,
  limit: number,
): Promise<StoredEvent[]> {
  return em.find(
    StoredEventEntity,
    { operatorId, sequence: { $gt: afterSequence } },
    { orderBy: { sequence: 'asc' }, limit, disableIdentityMap: true },
  );
}

/** The last position that is committed; before the first event it is 0. */
export async function readHead(em: EntityManager, operatorId: string): Promise<LogPosition> {
  const [row] = await em.execute<{ last_sequence: string; last_event_id: string | null }[]>(
    'select last_sequence, last_event_id from operator_log where operator_id = ?',
    [operatorId],
  );
  return { sequence: Number(row?.last_sequence ?? 0), eventId: row?.last_event_id ?? null };
}

/** Whether the log holds that very event at that position, so that a stream can go on from it. */
export async function knowsPosition(em: EntityManager, operatorId: string, position: LogPosition): Promise<boolean> {
  if (position.eventId === null) {
    const [row] = await em.execute<{ oldest: string | null }[]>(
      'select min(sequence) as oldest from occurrence_event where operator_id = ?',
      [operatorId],
    );
    return Number(row?.oldest ?? 1) === 1;
  }
  return (await em.count(StoredEventEntity, { operatorId, sequence: position.sequence, id: position.eventId })) === 1;
}
