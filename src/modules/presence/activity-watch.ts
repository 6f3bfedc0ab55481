import { Signal } from '../../platform/events/index.js';
import type { Held, Leases } from '../../platform/leases/index.js';
import { type Present, presentOf } from './present.js';

/** What happens within it is told together. */
const quietMs = 25;
/** Leases are taken again three times before they end. */
const renewedAfter = 0.3;

/**
 * Who is at one occurrence, looked up once for all in this process who follow it: when something changes, when a lease
 * ends, and whenever those of its own are taken again, which also finds what a lost wake-up would have told.
 */
export class ActivityWatch implements Disposable {
  readonly #leases: Leases;
  readonly #key: string;
  readonly #holders = new Set<string>();
  readonly #closing = new AbortController();
  readonly #wakeUp = new Signal();
  readonly #changed = new Signal();
  readonly #stopListening: () => void;
  #present: Present | undefined;
  #shown = '';
  #woken = false;
  #failure: unknown;

  constructor(leases: Leases, key: string) {
    this.#leases = leases;
    this.#key = key;
    this.#stopListening = leases.listen(key, () => {
      this.#woken = true;
      this.#wakeUp.notify();
    });
    this.#run().catch((error: unknown) => {
      this.#failure = error;
      this.#changed.notify();
    });
  }

  /** Holds it until `leave`. */
  async enter(holder: string): Promise<void> {
    this.#holders.add(holder);
    this.#show(await this.#leases.hold(this.#key, { take: [holder] }));
  }

  async leave(holder: string): Promise<void> {
    this.#holders.delete(holder);
    await this.#leases.hold(this.#key, { giveUp: [holder] });
  }

  /** Others than those seen last; null once `abort` is. */
  async next(seen: Present | undefined, abort: AbortSignal): Promise<Present | null> {
    while (!abort.aborted && !this.#closing.signal.aborted) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#present && this.#present !== seen) return this.#present;
      await this.#changed.wait(abort);
    }
    return null;
  }

  [Symbol.dispose](): void {
    this.#stopListening();
    this.#closing.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#woken = false;
      const held = await this.#leases.hold(this.#key, { take: [...this.#holders] });
      this.#show(held);
      await new Signal().wait(signal, quietMs);
      if (!this.#woken) await this.#wakeUp.wait(signal, this.#untilNext(held));
    }
  }

  #show(held: readonly Held[]): void {
    const present = presentOf(held);
    const text = JSON.stringify(present);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#present = present;
    this.#changed.notify();
  }

  #untilNext(held: readonly Held[]): number {
    const firstEndMs = Math.min(...held.map(({ forMs }) => forMs)) + 1;
    return Math.max(1, Math.min(firstEndMs - quietMs, this.#leases.lastsMs * renewedAfter));
  }
}
