import type { Clock } from './clock.js';

/** Runs something once an instant has come; answers with the way to call it off. */
export interface Scheduler {
  at(instant: Date, run: () => void): () => void;
}

/** Timers hold 2^31 ms at the most: a later instant is waited for in steps. */
const longestStepMs = 24 * 60 * 60 * 1000;

/** By the process's own timers; none of them keeps the process alive. */
export class TimerScheduler implements Scheduler {
  constructor(private readonly clock: Clock) {}

  at(instant: Date, run: () => void): () => void {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const rest = instant.getTime() - this.clock.now().getTime();
      timer = setTimeout(rest > longestStepMs ? wait : run, Math.min(Math.max(rest, 0), longestStepMs)).unref();
    };
    wait();
    return () => clearTimeout(timer);
  }
}
