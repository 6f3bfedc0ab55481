import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError } from '../../../platform/graphql/user-error.js';
import type { DeliveryService } from '../delivery.service.js';
import { ActionDeliveryFilterInput } from './action-delivery-filter.input.js';

@ObjectType('ActionDeliveriesRetryPayload', { description: 'How many are sent again.' })
class ActionDeliveriesRetryPayload {
  @Field(() => Int, { description: 'How many are sent again by this call: 500 at the most.' })
  resent!: number;
  @Field(() => Int, { description: 'How many more the filter selected: call again.' })
  remaining!: number;
  @Field(() => [UserError], { description: 'What stands in the way; empty as yet.' })
  userErrors!: UserError[];
}

@Resolver()
export class ActionDeliveriesRetryMutation {
  constructor(private readonly services: { readonly deliveries: DeliveryService }) {}

  @Requires('action:resend')
  @Mutation(() => ActionDeliveriesRetryPayload, {
    description:
      'Sends again what the filter selects, the oldest first, as `actionDeliveryRetry` does it; those of inactive actions and messages to the inbox are left out. For what an outage has left as FAILED.',
  })
  async actionDeliveriesRetry(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ActionDeliveryFilterInput, { description: 'Which; say at least the states.' })
    filter: ActionDeliveryFilterInput,
  ): Promise<ActionDeliveriesRetryPayload> {
    return { ...(await this.services.deliveries.retryAll(ctx, filter)), userErrors: [] };
  }
}
