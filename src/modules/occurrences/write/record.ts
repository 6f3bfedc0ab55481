import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredEvent } from '../../../platform/events/event.entity.js';
import { appendEvent } from '../../../platform/events/log.js';
import { newId } from '../../../shared/ids.js';
import type { Change } from '../decide.js';
import type { Reaction, Recorded } from './recorded.js';
import { rowUpdate } from './row-update.js';

export type Recording = Omit<Recorded, 'eventId' | 'event'> & { readonly change: Change };

export interface RecordedEvent {
  readonly event: StoredEvent;
  /** The channels of the bus to wake after the commit, besides that of the log. */
  readonly wakes: readonly string[];
}

/** The end of every change's transaction: what is written so far, what reacts to it, and last the row with the event. */
export async function record(
  em: EntityManager,
  { change, ...about }: Recording,
  reactions: readonly Reaction[],
): Promise<RecordedEvent> {
  const { operatorId, occurrence, before, actor, now } = about;
  const eventId = newId('event', now);
  await em.flush();
  const wakes: string[] = [];
  for (const react of reactions) wakes.push(...(await react(em, { ...about, eventId, event: change.event })));
  const written = before && rowUpdate(em, { operatorId, before, after: change.state });
  const stored = {
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
  };
  const event = await appendEvent(em, operatorId, stored, written);
  return { event, wakes };
}
