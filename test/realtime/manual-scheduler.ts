import type { Scheduler } from '../../src/shared/scheduler.js';
import { TestClock } from '../kit/clock.js';

/** A clock that runs what is due as it is moved. */
export class ScheduledClock extends TestClock implements Scheduler {
  readonly #due = new Set<{ at: number; run: () => void }>();

  get scheduled(): number {
    return this.#due.size;
  }

  at(instant: Date, run: () => void): () => void {
    const entry = { at: instant.getTime(), run };
    this.#due.add(entry);
    return () => this.#due.delete(entry);
  }

  override advance(milliseconds: number): void {
    super.advance(milliseconds);
    for (const entry of this.#due) {
      if (entry.at > this.now().getTime()) continue;
      this.#due.delete(entry);
      entry.run();
    }
  }
}
