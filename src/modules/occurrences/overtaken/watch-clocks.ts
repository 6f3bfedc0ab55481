import { Signal } from '../../../platform/events/signal.js';
import { sweep, type SweepParts } from './sweep.js';

/** Half of the two seconds within which an event is promised. */
const everyMs = 1_000;

/** Tells what time does to the clocks, as it happens; answers with the way to stop, which waits for what is being told. */
export function watchClocks(parts: SweepParts): () => Promise<void> {
  const stopping = new AbortController();
  const watching = watch(parts, stopping.signal);
  return async () => {
    stopping.abort();
    await watching;
  };
}

async function watch(parts: SweepParts, stopping: AbortSignal): Promise<void> {
  let failing = false;
  while (!stopping.aborted) {
    const since = performance.now();
    try {
      await sweep(parts, stopping);
      failing = false;
    } catch (error) {
      if (!failing) parts.log.warn({ err: error }, 'what time does to the clocks cannot be told; trying again');
      failing = true;
    }
    await new Signal().wait(stopping, Math.max(0, everyMs - (performance.now() - since)));
  }
}
