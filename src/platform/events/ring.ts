import { type LogPosition, positionOf } from './cursor.js';
import type { StoredEvent } from './event.entity.js';

/** Where a position stands to what the ring holds. */
export type RingPage =
  | { readonly kind: 'events'; readonly events: readonly StoredEvent[] }
  /** Before the ring: the database has it. */
  | { readonly kind: 'older' }
  /** After the ring. */
  | { readonly kind: 'ahead' }
  /** Another event stands there: the position is of another log. */
  | { readonly kind: 'foreign' };

/** The newest events of a log, in order and without a gap; the oldest go when others come. */
export class EventRing {
  /** Up to twice the capacity, so that it is cut rarely. */
  #events: StoredEvent[] = [];
  #base: LogPosition;
  readonly #capacity: number;

  /** `base` is the position that the first event will follow. */
  constructor(capacity: number, base: LogPosition) {
    this.#capacity = capacity;
    this.#base = base;
  }

  get head(): LogPosition {
    const newest = this.#events.at(-1);
    return newest ? positionOf(newest) : this.#base;
  }

  push(events: readonly StoredEvent[]): void {
    this.#events.push(...events);
    if (this.#events.length <= 2 * this.#capacity) return;
    const dropped = this.#events.length - this.#capacity;
    this.#base = positionOf(this.#events[dropped - 1]!);
    this.#events = this.#events.slice(dropped);
  }

  /** What follows a position, at most `limit` events; none where it is the head. */
  after(position: LogPosition, limit: number): RingPage {
    const offset = position.sequence - this.#base.sequence;
    if (offset < 0) return { kind: 'older' };
    if (offset > this.#events.length) return { kind: 'ahead' };
    const standing = offset === 0 ? this.#base.eventId : this.#events[offset - 1]!.id;
    if (standing !== position.eventId) return { kind: 'foreign' };
    return { kind: 'events', events: this.#events.slice(offset, offset + limit) };
  }
}
