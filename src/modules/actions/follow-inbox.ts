import { readHead } from '../../platform/events/index.js';
import { persistently } from '../../platform/graphql/persistently.js';
import { streamOf } from '../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../platform/graphql/subscription-context.js';
import { followEvents } from '../occurrences/index.js';
import { type InboxMessage, InboxMessageEntity } from './delivery.entity.js';
import { newestFirstOrder } from './keyset.js';

/** Messages that are known, so that none is told twice; more than these do not land between two events. */
const remembered = 200;

/**
 * What lands in the calling member's inbox from now on. A message is committed together with an event of an occurrence
 * that they asked for, so the log tells when to look, in every process.
 */
export async function followInbox(context: SubscriptionContext): Promise<AsyncIterable<InboxMessage>> {
  const { operatorId, personId: beneficiaryId } = context.caller;
  const em = await context.read();
  const head = await readHead(em, operatorId);
  const there = await em.find(
    InboxMessageEntity,
    { operatorId, beneficiaryId },
    { orderBy: newestFirstOrder, limit: remembered, fields: ['id'] },
  );
  const known = new Set(there.map(({ id }) => id).reverse());

  const landedSince = async (at: Date): Promise<InboxMessage[]> => {
    await using ctx = context.fresh();
    const found = await (
      await ctx.read()
    ).find(
      InboxMessageEntity,
      { operatorId, beneficiaryId, createdAt: { $gte: at } },
      { orderBy: { createdAt: 'asc', id: 'asc' }, limit: remembered, disableIdentityMap: true },
    );
    return found.filter(({ id }) => !known.has(id));
  };
  const remember = (id: string) => {
    known.add(id);
    const [oldest] = known;
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  };

  return streamOf(async function* (signal) {
    for await (const { event, facts } of followEvents(context, head, signal)) {
      if (!event || facts.requesterId !== beneficiaryId) continue;
      for (const message of (await persistently(signal, () => landedSince(event.occurredAt))) ?? []) {
        remember(message.id);
        yield message;
      }
    }
  });
}
