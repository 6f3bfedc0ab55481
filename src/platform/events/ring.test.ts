import { describe, expect, it } from 'vitest';
import { type LogPosition, positionOf } from './cursor.js';
import type { StoredEvent } from './event.entity.js';
import { EventRing } from './ring.js';

const event = (sequence: number) => ({ sequence, id: `evt_${sequence}` }) as StoredEvent;
const events = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => event(from + index));
const at = (sequence: number): LogPosition => positionOf(event(sequence));

const ringOf = (capacity: number, base: number, to: number) => {
  const ring = new EventRing(capacity, base === 0 ? { sequence: 0, eventId: null } : at(base));
  for (const one of events(base + 1, to)) ring.push([one]);
  return ring;
};

describe('the ring of events', () => {
  it('gives what follows a position it holds, up to a limit, and nothing at its head', () => {
    const ring = ringOf(10, 4, 9);
    expect(ring.head).toEqual(at(9));
    expect(ring.after(at(4), 100)).toEqual({ kind: 'events', events: events(5, 9) });
    expect(ring.after(at(7), 1)).toEqual({ kind: 'events', events: [event(8)] });
    expect(ring.after(at(9), 100)).toEqual({ kind: 'events', events: [] });
  });

  it('begins before the first event of a log', () => {
    const ring = ringOf(10, 0, 2);
    expect(ring.after({ sequence: 0, eventId: null }, 100)).toEqual({ kind: 'events', events: events(1, 2) });
  });

  it('tells positions before and after it, and those where another event stands', () => {
    const ring = ringOf(10, 4, 9);
    expect(ring.after(at(3), 100)).toEqual({ kind: 'older' });
    expect(ring.after(at(10), 100)).toEqual({ kind: 'ahead' });
    for (const sequence of [4, 6, 9]) {
      expect(ring.after({ sequence, eventId: 'evt_other' }, 100)).toEqual({ kind: 'foreign' });
    }
  });

  it('holds at least its capacity and never more than twice of it', () => {
    const ring = ringOf(3, 0, 1);
    for (let sequence = 2; sequence <= 50; sequence++) {
      ring.push([event(sequence)]);
      const held = Array.from({ length: sequence }, (_, before) => before + 1).filter(
        (before) => ring.after(at(before), 1).kind === 'events',
      ).length;
      // The position before the oldest event is known too.
      expect(held).toBeGreaterThanOrEqual(Math.min(sequence, 3));
      expect(held).toBeLessThanOrEqual(7);
      expect(ring.after(at(Math.max(1, sequence - 2)), 100)).toEqual({
        kind: 'events',
        events: events(Math.max(2, sequence - 1), sequence),
      });
    }
  });
});
