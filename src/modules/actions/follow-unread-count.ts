import { readHead, Signal } from '../../platform/events/index.js';
import { persistently } from '../../platform/graphql/persistently.js';
import { streamOf } from '../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../platform/graphql/subscription-context.js';
import { followEvents } from '../occurrences/index.js';
import { countUnread } from './inbox.service.js';

/** No event tells that a message was read: what a lost wake-up costs at the most. */
const longestWaitMs = 15_000;

/**
 * How many messages of the calling member's inbox are unread: now, and whenever it has become another number. The log
 * tells what lands; that something was read on another device is told on the bus, on the member's own channel.
 */
export async function followUnreadCount(
  context: SubscriptionContext,
  waitMs: number = longestWaitMs,
): Promise<AsyncIterable<number>> {
  const { operatorId, personId } = context.caller;
  const head = await readHead(await context.read(), operatorId);
  const count = async (): Promise<number> => {
    await using ctx = context.fresh();
    return countUnread(ctx);
  };

  return streamOf(async function* (signal) {
    const changed = new Signal();
    let looked = false;
    let failure: unknown;
    const look = () => {
      looked = false;
      changed.notify();
    };
    const followLog = async () => {
      for await (const { event, facts } of followEvents(context, head, signal)) {
        if (!event || facts.requesterId === personId) look();
      }
    };
    const stopListening = context.listen(personId, look);
    followLog().catch((error: unknown) => {
      failure = error;
      look();
    });
    try {
      for (let shown: number | undefined; !signal.aborted; ) {
        if (failure !== undefined) throw failure;
        looked = true;
        const unread = await persistently(signal, count);
        if (unread === null) return;
        if (unread !== shown) yield (shown = unread);
        if (looked) await changed.wait(signal, waitMs);
      }
    } finally {
      stopListening();
    }
  });
}
