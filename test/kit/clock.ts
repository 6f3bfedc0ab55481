import type { Clock } from '../../src/shared/clock.js';

/** A clock that stands still until it is told. */
export class TestClock implements Clock {
  #now: Date;

  constructor(now: string | Date = '2026-11-24T12:00:00.000Z') {
    this.#now = new Date(now);
  }

  now(): Date {
    return new Date(this.#now);
  }

  set(now: string | Date): void {
    this.#now = new Date(now);
  }

  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}

/** A clock that goes on by itself, for what is measured. */
export class RunningClock extends TestClock {
  readonly #startedAt = performance.now();

  override now(): Date {
    return new Date(super.now().getTime() + Math.floor(performance.now() - this.#startedAt));
  }
}
