import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One fact about an occurrence, as it is kept: rows are only ever added. */
export const StoredEventEntity = defineEntity({
  name: 'StoredEvent',
  tableName: 'occurrence_event',
  properties: {
    operatorId: p.text().primary(),
    /** Position in the operator's log: 1, 2, 3, without a gap. */
    sequence: p.bigint('number').primary(),
    id: p.text(),
    occurrenceId: p.text(),
    /** The occurrence's version once this had happened. */
    version: p.integer(),
    kind: p.text(),
    occurredAt: p.datetime(3),
    actorKind: p.text(),
    actorId: p.text().nullable(),
    actorName: p.text(),
    payload: p.json<Record<string, unknown>>(),
    /** What stream filters ask about, as it was before; null for the first event. */
    before: p.json<Record<string, unknown>>().nullable(),
    after: p.json<Record<string, unknown>>(),
  },
});
export type StoredEvent = InferEntity<typeof StoredEventEntity>;
