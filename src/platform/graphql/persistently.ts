import { Signal } from '../events/signal.js';
import { isRetryable } from './error-format.js';

const firstPauseMs = 100;
const longestPauseMs = 2_000;

/** Tries again for as long as the database is out of reach, so that a stream outlives its restart; null once `signal` is aborted. */
export async function persistently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
    await new Signal().wait(signal, pauseMs);
  }
  return null;
}
