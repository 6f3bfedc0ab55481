import { StoredEventEntity } from '../../../platform/events/event.entity.js';
import type { Expectation } from '../decide.js';
import type { EventPayload } from '../events.js';
import type { Held } from './held.js';

/** The version that the caller has seen, with what has happened since; null where they do not say. */
export async function expectationOf(held: Held, version: number | null | undefined): Promise<Expectation | null> {
  if (version === null || version === undefined) return null;
  const { em, operatorId, row } = held;
  if (version < 1 || version >= row.version) return { version, laterEvents: [] };
  const later = await em.find(
    StoredEventEntity,
    { operatorId, occurrenceId: row.id, version: { $gt: version } },
    { orderBy: { version: 'asc' }, disableIdentityMap: true },
  );
  return { version, laterEvents: later.map(({ payload }) => payload as unknown as EventPayload) };
}
