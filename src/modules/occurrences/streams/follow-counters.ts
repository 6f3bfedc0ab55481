import type { LogTail } from '../../../platform/events/index.js';
import { streamOf } from '../../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../../platform/graphql/subscription-context.js';
import { countersFor, type OccurrenceCounters } from '../read/count-occurrences.js';
import type { OccurrenceFilter } from '../resolve-filter.js';
import { CounterFeed } from './counter-feed.js';
import { streamFilter } from './stream-filter.js';

/** The counters of a filter: now, and after every change of them. */
export async function followCounters(
  context: SubscriptionContext,
  filter: OccurrenceFilter | null | undefined,
): Promise<AsyncIterable<OccurrenceCounters>> {
  // Equal filters of an operator's staff count the same; `mine` is part of what they are resolved to.
  const key = `counters ${JSON.stringify(await streamFilter(context, filter))}`;
  const feedOf = (tail: LogTail) =>
    new CounterFeed({ tail, open: () => context.fresh(), count: (ctx) => countersFor(ctx, filter) });
  return streamOf((signal) => follow(context, key, feedOf, signal));
}

async function* follow(
  context: SubscriptionContext,
  key: string,
  feedOf: (tail: LogTail) => CounterFeed,
  signal: AbortSignal,
): AsyncGenerator<OccurrenceCounters, void, undefined> {
  using tail = context.tail();
  using feed = tail.value.shared.lease(key, () => feedOf(tail.value));
  let seen: OccurrenceCounters | undefined;
  for (;;) {
    const counters = await (feed.value as CounterFeed).next(seen, signal);
    if (!counters) return;
    yield (seen = counters);
  }
}
