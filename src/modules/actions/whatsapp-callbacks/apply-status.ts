import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobQueue } from '../../../platform/jobs/index.js';
import { settleAction } from '../../occurrences/index.js';
import { hasten } from '../deliver/enqueue.js';
import { ActionAttemptEntity, ActionDeliveryEntity } from '../delivery.entity.js';
import { decideStatus } from './decide-status.js';
import type { MessageStatus } from './read-statuses.js';

/** Keeps what is told of a message, within a transaction of its operator. Answers whether the history says it, too. */
export async function applyStatus(
  em: EntityManager,
  jobs: JobQueue,
  status: MessageStatus,
  now: Date,
): Promise<boolean> {
  const { operatorId, deliveryId, messageId, detail } = status;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const delivery = await em.findOne(ActionDeliveryEntity, { operatorId, id: deliveryId, lane: 'WHATSAPP' }, lock);
  const state = delivery && decideStatus(delivery, status);
  if (!delivery || !state) return false;
  const number = (await em.count(ActionAttemptEntity, { operatorId, deliveryId })) + 1;
  const outcome = status.status;
  em.create(ActionAttemptEntity, { operatorId, deliveryId, number, at: now, outcome, detail, durationMs: 0 });
  delivery.progress = outcome;
  delivery.receipt ??= messageId;
  if (delivery.state === state) return false;
  // Where the answer to an attempt was lost this is it: there is no further one, and who is behind it waits no more.
  if (delivery.state === 'RETRYING') await hasten(em, jobs, delivery);
  delivery.state = state;
  delivery.nextAttemptAt = null;
  const { occurrenceId, actionId } = delivery;
  await settleAction(em, { operatorId, occurrenceId, now }, { deliveryId, actionId, outcome: state });
  return true;
}
