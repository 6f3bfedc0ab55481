import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobQueue } from '../../platform/jobs/index.js';
import { settleAction } from '../occurrences/index.js';
import { ActionAttemptEntity, type ActionDelivery } from './delivery.entity.js';
import { kindOfLane, laneOf } from './channels/lane.js';
import { enqueue, hasten } from './deliver/enqueue.js';
import { loadFired } from './deliver/occasion.js';
import { keepAttempt, landInInbox } from './endings.js';

export interface ResendParts {
  readonly jobs: JobQueue;
  /** Where links lead to. */
  readonly links: { readonly publicUrl: string };
}

export interface Resending {
  readonly delivery: ActionDelivery;
  /** Who asked for it. */
  readonly by: string;
  readonly now: Date;
}

/** What waits is tried now; what has ended begins anew, under its own id. */
export async function resend(em: EntityManager, { jobs, links }: ResendParts, resending: Resending): Promise<void> {
  const { delivery, by, now } = resending;
  const waits = delivery.state === 'PENDING' || delivery.state === 'RETRYING';
  if (waits) return hasten(em, jobs, delivery);
  const { operatorId, id: deliveryId } = delivery;
  let number = await em.count(ActionAttemptEntity, { operatorId, deliveryId });
  keepAttempt(em, { delivery, state: 'PENDING', outcome: 'sent again', detail: `by ${by}` }, now, ++number);
  delivery.state = 'PENDING';
  delivery.tries = 0;
  delivery.resent += 1;
  delivery.reached = null;
  delivery.receipt = null;
  delivery.progress = null;
  const fired = await loadFired(em, delivery, links.publicUrl);
  // A receiver of hooks knows them by id and body; people are written to anew, since an address may have been mended.
  if (fired.action.kind !== 'HOOK' || kindOfLane(delivery.lane) !== 'HOOK') delivery.message = null;
  delivery.lane = laneOf(fired.action);
  if (fired.action.kind !== 'IN_APP') return enqueue(em, jobs, [delivery]);

  const { action, requesterId } = fired;
  const ending = landInInbox(em, { delivery, requesterId, action, values: (await fired.occasion()).values }, now);
  delivery.state = ending.state;
  keepAttempt(em, ending, now, ++number);
  const { occurrenceId, actionId } = delivery;
  const outcome = ending.state === 'DELIVERED' ? 'DELIVERED' : 'FAILED';
  await settleAction(em, { operatorId, occurrenceId, now }, { deliveryId, actionId, outcome });
}
