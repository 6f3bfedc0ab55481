import type { Clock } from './clock.js';

/**
 * Something that is kept elsewhere and may change there. However many want it, one question at a time is under way: who
 * needs it as of now, and not as of a question that began before, shares the next one with all who do.
 */
export class Latest<T> {
  readonly #ask: () => Promise<T>;
  readonly #clock: Clock;
  #answer: { readonly at: number; readonly value: Promise<T> } | undefined;
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;

  constructor(ask: () => Promise<T>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** As it was no longer ago than that. */
  within(milliseconds: number): Promise<T> {
    const age = this.#answer && Math.abs(this.#clock.now().getTime() - this.#answer.at);
    return age !== undefined && age < milliseconds ? this.#answer!.value : this.now();
  }

  /** As it is, with all that was so before this was called. */
  now(): Promise<T> {
    const start = () => this.#start();
    if (this.#running) this.#next ??= this.#running.then(start, start);
    return this.#next ?? start();
  }

  #start(): Promise<T> {
    this.#next = undefined;
    const at = this.#clock.now().getTime();
    const value = this.#ask();
    const answer = { at, value };
    this.#answer = answer;
    this.#running = value;
    const end = () => {
      this.#running = undefined;
    };
    value.then(end, () => {
      end();
      // A failure is no answer: whoever comes next asks again.
      if (this.#answer === answer) this.#answer = undefined;
    });
    return value;
  }
}
