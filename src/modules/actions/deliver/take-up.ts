import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadOperator } from '../../operators/index.js';
import { type Action, hookSecrets } from '../../workflow/index.js';
import { type Channel, type Channels, isDiscreet, type Parcel, type Sent, type SentKind } from '../channels/channel.js';
import { hostOf, kindOfLane } from '../channels/lane.js';
import { admit } from '../hook-targets/admit.js';
import type { PauseRules } from '../hook-targets/pause.js';
import { type ActionDelivery, ActionDeliveryEntity } from '../delivery.entity.js';
import { loadFired } from './occasion.js';
import { quietEnd } from './quiet-end.js';

/** A delivery whose turn it is: to be sent, or ended without. */
export type Turn = { readonly deliveryId: string; readonly occurrenceId: string; readonly resent: number } & (
  | {
      readonly channel: Channel;
      readonly parcel: Parcel;
      /** Where a hook leads to; `probe`: it alone is tried, after a pause. */
      readonly target: { readonly host: string; readonly probe: boolean } | null;
      readonly sent?: undefined;
    }
  | { readonly sent: Sent; readonly channel?: undefined; readonly target?: undefined }
);

export interface TakingUp {
  readonly operatorId: string;
  readonly deliveryId: string;
  /** Of the job; what it was sent for may have got another since. */
  readonly lane: string | undefined;
  readonly channels: Channels;
  readonly publicUrl: string;
  readonly now: Date;
  readonly pauses: PauseRules;
}

/** A job is one turn of a lane, whichever delivery it was sent for: the oldest that is not settled goes first. */
export async function takeUp(em: EntityManager, taking: TakingUp): Promise<Turn | null> {
  const { operatorId } = taking;
  const sentFor = await em.findOneOrFail(ActionDeliveryEntity, { operatorId, id: taking.deliveryId });
  const { occurrenceId } = sentFor;
  const { lane = sentFor.lane } = taking;
  const delivery = await em.findOne(
    ActionDeliveryEntity,
    { operatorId, occurrenceId, lane, state: { $in: ['PENDING', 'RETRYING'] } },
    { orderBy: { version: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return delivery && turnOf(em, delivery, taking);
}

async function turnOf(em: EntityManager, delivery: ActionDelivery, taking: TakingUp): Promise<Turn> {
  const { operatorId, id: deliveryId, occurrenceId, version, resent } = delivery;
  const turn = { deliveryId, occurrenceId, resent };
  const { action, requesterId, occasion } = await loadFired(em, delivery, taking.publicUrl);
  const change = changeOf(action, delivery);
  if (change) return { ...turn, sent: { state: 'SKIPPED', ...change } };
  const channel = taking.channels.get(action.kind as SentKind);
  if (!channel) throw new Error(`Nothing sends actions of the kind ${action.kind}`);
  const until = isDiscreet(action.kind) ? await quietUntil(em, operatorId, taking.now) : null;
  if (until) return { ...turn, sent: { state: 'DEFERRED', until } };
  try {
    delivery.message ??= channel.compose(action, await occasion());
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 500) : null;
    return { ...turn, sent: { state: 'FAILED', outcome: 'template failed', detail } };
  }
  const { now } = taking;
  const host = hostOf(action);
  const admission = host === null ? null : await admit(em, { operatorId, host, now, rules: taking.pauses });
  if (admission && 'until' in admission) {
    return { ...turn, sent: { state: 'DEFERRED', ...admission } };
  }
  const target = host !== null && admission ? { host, ...admission } : null;
  const { message } = delivery;
  const reached = delivery.reached ?? [];
  const { config } = action;
  const secrets = await hookSecrets(em, { operatorId, action, now });
  const about = { operatorId, deliveryId, occurrenceId, version, requesterId };
  const parcel = { ...about, config, secrets, message, resent, reached, now };
  return { ...turn, channel, parcel, target };
}

/** What has become of the action since, so that the delivery goes nowhere: what was made for one kind is not for another. */
function changeOf({ active, kind }: Action, { lane }: ActionDelivery): { outcome: string; detail: string } | null {
  if (!active) return { outcome: 'action inactive', detail: 'The action takes no part any more.' };
  if (kind !== kindOfLane(lane)) return { outcome: 'action changed', detail: 'The action is of another kind now.' };
  return null;
}

async function quietUntil(em: EntityManager, operatorId: string, now: Date): Promise<Date | null> {
  const { quietHours, timeZone } = await loadOperator(em, operatorId);
  return quietEnd(now, quietHours, timeZone);
}
