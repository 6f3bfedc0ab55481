import type { EntityManager } from '@mikro-orm/postgresql';
import type { LogPosition } from './cursor.js';
import type { StoredEvent } from './event.entity.js';
import { readEvents, readHead } from './log.js';

/** What follows a position; `gap` where the log does not hold it, with the position to go on from. */
export type LogPage =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'gap'; readonly head: LogPosition };

/** Reads on from a position, and along with it the event that stands there, which shows that it is the same log. */
export async function readPage(
  em: EntityManager,
  operatorId: string,
  position: LogPosition,
  limit: number,
): Promise<LogPage> {
  if (position.eventId === null) {
    const events = await readEvents(em, operatorId, 0, limit);
    if ((events[0]?.sequence ?? 1) === 1) return { kind: 'events', events };
  } else {
    const [standing, ...events] = await readEvents(em, operatorId, position.sequence - 1, limit + 1);
    if (standing?.id === position.eventId && standing.sequence === position.sequence) return { kind: 'events', events };
  }
  return { kind: 'gap', head: await readHead(em, operatorId) };
}
