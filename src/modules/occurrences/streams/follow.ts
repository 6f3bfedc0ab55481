import { type LogPosition, positionOf, type StoredEvent } from '../../../platform/events/index.js';
import { persistently } from '../../../platform/graphql/persistently.js';
import { streamOf } from '../../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../../platform/graphql/subscription-context.js';
import type { StreamKind } from '../stream-kind.js';
import { type EventFacts, EventFactsOf } from './facts.js';
import type { Opening } from './opening.js';
import { gap, happened, type StreamUpdate } from './update.js';

/** What an event is to a stream; null: nothing. */
export type Judge = (event: StoredEvent, facts: EventFacts) => StreamKind | null;

export type Followed =
  | { readonly event: StoredEvent; readonly facts: EventFacts }
  /** The log does not go on from where it was followed to: another one has taken its place. */
  | { readonly event: null; readonly facts: null; readonly head: LogPosition };

/** A stream of what the judge finds in the operator's log, from the opening on, each event once and in order. */
export const followLog = (
  context: SubscriptionContext,
  opening: Opening,
  judge: Judge,
): AsyncIterableIterator<StreamUpdate> =>
  streamOf(async function* (signal) {
    yield* opening.announcements;
    for await (const followed of followEvents(context, opening.position, signal)) {
      if (!followed.event) {
        yield gap(followed.head);
        continue;
      }
      const kind = judge(followed.event, followed.facts);
      if (kind) yield happened(kind, followed.event);
    }
  });

/** Every event after a position, once and in order, until `signal` is aborted. */
export async function* followEvents(
  context: SubscriptionContext,
  from: LogPosition,
  signal: AbortSignal,
): AsyncGenerator<Followed, void, undefined> {
  using tail = context.tail();
  using known = tail.value.shared.lease('facts', () => new EventFactsOf());
  const facts = known.value as EventFactsOf;
  for (let position = from; ; ) {
    const page = await tail.value.read(position, signal);
    if (!page) return;
    if (page.kind === 'gap') {
      position = page.head;
      yield { event: null, facts: null, head: position };
      continue;
    }
    const found = await persistently(signal, () => facts.of(page.events, () => context.fresh()));
    if (!found) return;
    for (const [index, event] of page.events.entries()) {
      position = positionOf(event);
      yield { event, facts: found[index]! };
    }
  }
}
