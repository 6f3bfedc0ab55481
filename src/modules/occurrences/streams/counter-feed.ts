import { type LogPosition, type LogTail, readHead, Signal, type StoredEvent } from '../../../platform/events/index.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { persistently } from '../../../platform/graphql/persistently.js';
import type { OccurrenceCounters } from '../read/count-occurrences.js';

/** At most one computation as often, however much happens. */
const quietMs = 100;

export interface FeedParts {
  readonly tail: LogTail;
  readonly open: () => RequestContext;
  readonly count: (ctx: RequestContext) => Promise<OccurrenceCounters>;
}

/** The counters of one filter, computed once for all that follow them: now, and whenever they have become others. */
export class CounterFeed implements Disposable {
  readonly #parts: FeedParts;
  readonly #closing = new AbortController();
  readonly #changed = new Signal();
  #counters: OccurrenceCounters | undefined;
  #failure: unknown;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    this.#run().catch((error: unknown) => {
      this.#failure = error;
      this.#changed.notify();
    });
  }

  /** Counters other than those seen last; null once `abort` is. */
  async next(seen: OccurrenceCounters | undefined, abort: AbortSignal): Promise<OccurrenceCounters | null> {
    while (!abort.aborted && !this.#closing.signal.aborted) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#counters && this.#counters !== seen) return this.#counters;
      await this.#changed.wait(abort);
    }
    return null;
  }

  [Symbol.dispose](): void {
    this.#closing.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    let shown = '';
    while (!signal.aborted) {
      const computed = await persistently(signal, () => this.#compute());
      if (!computed) return;
      const text = JSON.stringify(computed.counters);
      if (text !== shown) {
        shown = text;
        this.#counters = computed.counters;
        this.#changed.notify();
      }
      await this.#somethingCountsDifferently(computed.head, signal);
      await new Signal().wait(signal, quietMs);
    }
  }

  async #compute(): Promise<{ head: LogPosition; counters: OccurrenceCounters }> {
    await using ctx = this.#parts.open();
    const head = await readHead(await ctx.read(), ctx.caller.operatorId);
    return { head, counters: await this.#parts.count(ctx) };
  }

  async #somethingCountsDifferently(from: LogPosition, signal: AbortSignal): Promise<void> {
    for (let position = from; ; ) {
      const page = await this.#parts.tail.read(position, signal);
      if (page?.kind !== 'events' || page.events.some(mayAlterCounters)) return;
      const { sequence, id } = page.events.at(-1)!;
      position = { sequence, eventId: id };
    }
  }
}

/** Whether anything that filters and counters ask about is another than before. */
const mayAlterCounters = ({ before, after }: StoredEvent): boolean =>
  !before || Object.keys(after).some((name) => after[name] !== before[name]);
