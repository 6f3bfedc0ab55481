import type { Bus } from '../events/bus.js';
import type { Held, LeaseChange, LeaseStore } from './lease-store.js';

/** Leases whose changes wake those who listen for their key, in every process. */
export class Leases {
  readonly #store: LeaseStore;
  readonly #bus: Bus;

  constructor(store: LeaseStore, bus: Bus) {
    this.#store = store;
    this.#bus = bus;
  }

  get lastsMs(): number {
    return this.#store.lastsMs;
  }

  /** What holds after the change. */
  async hold(key: string, change: LeaseChange): Promise<readonly Held[]> {
    const { held, changed } = await this.#store.hold(key, change);
    if (changed) this.#bus.wake(key);
    return held;
  }

  /** Nobody wakes for what ends by itself: it is known from `forMs`. Returns the way to stop listening. */
  listen(key: string, onWake: () => void): () => void {
    return this.#bus.listen(key, onWake);
  }
}
