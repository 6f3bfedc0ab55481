import { type LogTail, positionOf, type StoredEvent } from '../../../platform/events/index.js';
import { persistently } from '../../../platform/graphql/persistently.js';
import { streamOf } from '../../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../../platform/graphql/subscription-context.js';
import type { StreamKind } from '../stream-kind.js';
import { type EventFacts, EventFactsOf } from './facts.js';
import type { Opening } from './opening.js';
import { gap, happened, type StreamUpdate } from './update.js';

/** What an event is to a stream; null: nothing. */
export type Judge = (event: StoredEvent, facts: EventFacts) => StreamKind | null;

/** A stream of what the judge finds in the operator's log, from the opening on, each event once and in order. */
export const followLog = (
  context: SubscriptionContext,
  opening: Opening,
  judge: Judge,
): AsyncIterableIterator<StreamUpdate> => streamOf((signal) => follow(context, opening, judge, signal));

async function* follow(
  context: SubscriptionContext,
  opening: Opening,
  judge: Judge,
  signal: AbortSignal,
): AsyncGenerator<StreamUpdate, void, undefined> {
  using lease = context.tail();
  const tail: LogTail = lease.value;
  using known = tail.shared.lease('facts', () => new EventFactsOf());
  const facts = known.value as EventFactsOf;
  yield* opening.announcements;
  for (let position = opening.position; ; ) {
    const page = await tail.read(position, signal);
    if (!page) return;
    if (page.kind === 'gap') {
      position = page.head;
      yield gap(position);
      continue;
    }
    const found = await persistently(signal, () => facts.of(page.events, () => context.fresh()));
    if (!found) return;
    for (const [index, event] of page.events.entries()) {
      position = positionOf(event);
      const kind = judge(event, found[index]!);
      if (kind) yield happened(kind, event);
    }
  }
}
