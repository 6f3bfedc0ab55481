import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Bus } from '../../platform/events/bus.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { JobQueue } from '../../platform/jobs/index.js';
import { kindOfId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import { catalogueIn } from '../workflow/index.js';
import { type ActionDelivery, ActionDeliveryEntity } from './delivery.entity.js';
import { deliveriesWhere, type DeliveryFilter } from './delivery-filter.js';
import { deliveryWakes } from './deliver/enqueue.js';
import { resend, type ResendParts } from './resend.js';

export interface DeliveryServiceParts extends ResendParts {
  readonly jobs: JobQueue;
  readonly bus: Bus;
}

export interface Resent {
  readonly resent: number;
  /** How many more the filter selects. */
  readonly remaining: number;
}

/** So many are sent again by one call: it is one transaction. */
export const mostResent = 500;

/** What a supervisor does about deliveries. */
export class DeliveryService {
  readonly #parts: DeliveryServiceParts;

  constructor(parts: DeliveryServiceParts) {
    this.#parts = parts;
  }

  /** Sends one again: at once where it waits for its next attempt, from the first attempt on where it had ended. */
  async retry(ctx: RequestContext, id: string): Promise<Result<ActionDelivery>> {
    const { operatorId } = ctx.caller;
    const result = await ctx.write(async (em): Promise<Result<ActionDelivery>> => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const delivery =
        kindOfId(id) === 'delivery' ? await em.findOne(ActionDeliveryEntity, { operatorId, id }, lock) : null;
      if (!delivery) return refusal(problem('NOT_FOUND', 'There is no such delivery.', ['id']));
      const inactive = await this.#inactive(em, delivery);
      if (inactive) return refusal(problem('INVALID', 'The action is inactive: it takes no part any more.', ['id']));
      await this.#resend(ctx, em, delivery);
      return success(delivery);
    });
    if (result.ok) this.#wake(operatorId);
    return result;
  }

  /** Sends again what the filter selects, the oldest first. */
  async retryAll(ctx: RequestContext, filter: DeliveryFilter): Promise<Resent> {
    const { operatorId } = ctx.caller;
    const result = await ctx.write(async (em): Promise<Resent> => {
      const catalogue = await catalogueIn(em, operatorId);
      const condition = deliveriesWhere(filter, catalogue);
      if (condition === null) return { resent: 0, remaining: 0 };
      // A message to the inbox lands with an event, which must be the last of its transaction.
      const sendable = catalogue.types.flatMap(({ actions }) =>
        actions.filter(({ active, kind }) => active && kind !== 'IN_APP'),
      );
      const where = { $and: [{ operatorId, actionId: { $in: sendable.map((action) => action.id) } }, condition] };
      const selected = await em.count(ActionDeliveryEntity, where);
      const deliveries = await em.find(ActionDeliveryEntity, where, {
        orderBy: { createdAt: 'asc', id: 'asc' },
        limit: mostResent,
        // Two who send the same again at once do not wait for each other.
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      });
      for (const delivery of deliveries) await this.#resend(ctx, em, delivery);
      return { resent: deliveries.length, remaining: selected - deliveries.length };
    });
    if (result.resent > 0) this.#wake(operatorId);
    return result;
  }

  async #inactive(em: EntityManager, { operatorId, actionId }: ActionDelivery): Promise<boolean> {
    return (await catalogueIn(em, operatorId)).action(actionId)?.active !== true;
  }

  #resend(ctx: RequestContext, em: EntityManager, delivery: ActionDelivery): Promise<void> {
    return resend(em, this.#parts, { delivery, by: ctx.caller.name, now: ctx.clock.now() });
  }

  #wake(operatorId: string): void {
    for (const channel of [deliveryWakes, operatorId]) this.#parts.bus.wake(channel);
  }
}
