import { type Held, type LeaseChange, type Leased, leaseMs, type LeaseStore } from './lease-store.js';

/** The leases of a single process. */
export class InProcessLeases implements LeaseStore {
  readonly lastsMs: number;
  readonly #ends = new Map<string, Map<string, number>>();
  #sweptAt = performance.now();

  constructor(lastsMs: number = leaseMs) {
    this.lastsMs = lastsMs;
  }

  hold(key: string, { take = [], giveUp = [] }: LeaseChange): Leased {
    const now = performance.now();
    if (now - this.#sweptAt > this.lastsMs) this.#sweep(now);
    const ends = this.#ends.get(key) ?? new Map<string, number>();
    let changed = letGo(ends, now);
    for (const holder of take) {
      if (!ends.has(holder)) changed = true;
      ends.set(holder, now + this.lastsMs);
    }
    for (const holder of giveUp) if (ends.delete(holder)) changed = true;
    if (ends.size > 0) this.#ends.set(key, ends);
    else this.#ends.delete(key);
    return { held: remaining(ends, now), changed };
  }

  /** All that holds now. */
  *all(): Generator<readonly [key: string, held: Held[]]> {
    const now = performance.now();
    this.#sweep(now);
    for (const [key, ends] of this.#ends) yield [key, remaining(ends, now)];
  }

  /** For keys that nobody asks about any more. */
  #sweep(now: number): void {
    this.#sweptAt = now;
    for (const [key, ends] of this.#ends) {
      letGo(ends, now);
      if (ends.size === 0) this.#ends.delete(key);
    }
  }
}

function letGo(ends: Map<string, number>, now: number): boolean {
  const before = ends.size;
  for (const [holder, end] of ends) if (end <= now) ends.delete(holder);
  return ends.size < before;
}

const remaining = (ends: ReadonlyMap<string, number>, now: number): Held[] =>
  Array.from(ends, ([holder, end]) => ({ holder, forMs: end - now }));
