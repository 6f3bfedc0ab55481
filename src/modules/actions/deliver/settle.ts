import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { settleAction } from '../../occurrences/index.js';
import type { Sent } from '../channels/channel.js';
import { ActionAttemptEntity, type ActionDelivery, ActionDeliveryEntity } from '../delivery.entity.js';
import { keepOutcome, type TargetOutcome } from '../hook-targets/keep-outcome.js';
import { nextAttempt } from './schedule.js';

export interface Settling {
  readonly operatorId: string;
  readonly deliveryId: string;
  /** Which sending of it was tried. */
  readonly resent: number;
  readonly sent: Sent;
  readonly durationMs: number;
  readonly startedAt: Date;
  readonly now: Date;
  readonly delays?: readonly number[] | undefined;
  /** Where it went, if that may be paused. */
  readonly target?: Pick<TargetOutcome, 'host' | 'probe' | 'rules'> | null | undefined;
}

export interface Settled {
  /** When the next attempt is made; null: there is none. */
  readonly next: Date | null;
  /** The host whose pause is over by that. */
  readonly resumed: string | null;
}

/** Keeps how an attempt ended, for the delivery and for where it went. */
export async function settle(em: EntityManager, settling: Settling): Promise<Settled> {
  const { operatorId, deliveryId: id, sent, now, target } = settling;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const delivery = await em.findOneOrFail(ActionDeliveryEntity, { operatorId, id }, lock);
  // It was settled meanwhile, by what the receiver told or by a process that took this one for dead, and sent again.
  if (delivery.resent !== settling.resent) return { next: null, resumed: null };
  // It was settled in that way, and that is that.
  if (delivery.state !== 'PENDING' && delivery.state !== 'RETRYING') return { next: null, resumed: null };
  const resumed = target && (await keepOutcome(em, { operatorId, ...target, sent, now })) ? target.host : null;
  return { next: await settleDelivery(em, delivery, settling), resumed };
}

async function settleDelivery(em: EntityManager, delivery: ActionDelivery, settling: Settling): Promise<Date | null> {
  const { operatorId, deliveryId: id, sent, now } = settling;
  if (sent.state === 'DEFERRED') return (delivery.nextAttemptAt = sent.until);
  delivery.tries += 1;
  await keepAttempt(em, delivery, settling, sent);
  if (sent.state === 'RETRY') {
    if (sent.reached) delivery.reached = [...sent.reached];
    const at = nextAttempt({ tries: delivery.tries, now, notBefore: sent.notBefore }, Math.random(), settling.delays);
    delivery.nextAttemptAt = at;
    if (at !== null) {
      delivery.state = 'RETRYING';
      return at;
    }
  }
  delivery.state = sent.state === 'RETRY' ? givenUp(delivery) : sent.state;
  delivery.nextAttemptAt = null;
  if (sent.state !== 'RETRY' && sent.receipt !== undefined) delivery.receipt = sent.receipt;
  const { occurrenceId, actionId, state: outcome } = delivery;
  await settleAction(em, { operatorId, occurrenceId, now }, { deliveryId: id, actionId, outcome });
  return null;
}

/** What one of several has taken has arrived. */
const givenUp = ({ reached }: ActionDelivery) => (reached?.length ? 'DELIVERED' : 'FAILED');

async function keepAttempt(
  em: EntityManager,
  { operatorId, id: deliveryId }: ActionDelivery,
  { startedAt: at, durationMs }: Settling,
  { outcome, detail }: { readonly outcome: string; readonly detail: string | null },
): Promise<void> {
  const number = (await em.count(ActionAttemptEntity, { operatorId, deliveryId })) + 1;
  em.create(ActionAttemptEntity, { operatorId, deliveryId, number, at, outcome, detail, durationMs });
}
