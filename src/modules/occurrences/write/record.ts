import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import { appendEvent } from '../../../platform/events/log.js';
import { newId } from '../../../shared/ids.js';
import type { Change } from '../decide.js';
import type { Reaction, Recorded } from './recorded.js';

export type Recording = Omit<Recorded, 'eventId' | 'event'> & { readonly change: Change };

/** The end of every change's transaction: what is written so far, what reacts to it, and last the event. */
export async function record(
  em: EntityManager,
  { change, ...about }: Recording,
  reactions: readonly Reaction[],
): Promise<StoredEvent> {
  const { operatorId, occurrence, actor, now } = about;
  const eventId = newId('event', now);
  await em.flush();
  for (const react of reactions) await react(em, { ...about, eventId, event: change.event });
  return appendEvent(em, operatorId, {
    id: eventId,
    occurrenceId: occurrence.id,
    version: change.state.version,
    kind: change.event.kind,
    occurredAt: now,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    payload: { ...change.event },
    before: change.before && { ...change.before },
    after: { ...change.after },
  });
}
