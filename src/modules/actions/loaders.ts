import { contextLoader, contextLoaderById } from '../../platform/graphql/context.js';
import {
  type ActionAttempt,
  ActionAttemptEntity,
  type ActionDelivery,
  ActionDeliveryEntity,
  type InboxMessage,
  InboxMessageEntity,
} from './delivery.entity.js';

// One by id, whoever is asking: `node-loaders.ts` says who sees it.
export const deliveryLoader = contextLoaderById<ActionDelivery>((em, ids) =>
  em.find(ActionDeliveryEntity, { id: { $in: ids } }),
);
export const inboxMessageLoader = contextLoaderById<InboxMessage>((em, ids) =>
  em.find(InboxMessageEntity, { id: { $in: ids } }),
);

/** The attempts of a delivery, in order. */
export const attemptsLoader = contextLoader<string, ActionAttempt[]>(async (ctx, deliveryIds) => {
  const em = await ctx.read();
  const { operatorId } = ctx.caller;
  const attempts = await em.find(
    ActionAttemptEntity,
    { operatorId, deliveryId: { $in: [...deliveryIds] } },
    { orderBy: { deliveryId: 'asc', number: 'asc' } },
  );
  const byDelivery = Map.groupBy(attempts, ({ deliveryId }) => deliveryId);
  return deliveryIds.map((id) => byDelivery.get(id) ?? []);
});
