import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { ActionDelivery } from '../delivery.entity.js';
import type { DeliveryService } from '../delivery.service.js';
import { ActionDeliveryObject } from './action-delivery.type.js';

@ObjectType('ActionDeliveryPayload', { description: 'The delivery, or why it is not sent again.' })
class ActionDeliveryPayload {
  @Field(() => ActionDeliveryObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  actionDelivery!: ActionDelivery | null;
  @Field(() => [UserError], { description: 'What stands in the way.' })
  userErrors!: UserError[];
}

@Resolver()
export class ActionDeliveryRetryMutation {
  constructor(private readonly services: { readonly deliveries: DeliveryService }) {}

  @Requires('action:resend')
  @Mutation(() => ActionDeliveryPayload, {
    description:
      'Sends a delivery again, under its own id: at once where it waits for its next attempt; from the first attempt on where it had ended, be it well or not. A hook goes out with the same body, everything else is made anew. NOT_FOUND; INVALID where the action is inactive.',
  })
  async actionDeliveryRetry(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the delivery.' }) id: string,
  ): Promise<ActionDeliveryPayload> {
    const result = await this.services.deliveries.retry(ctx, id);
    return result.ok
      ? { actionDelivery: result.value, userErrors: [] }
      : { actionDelivery: null, userErrors: userErrorsOf(result.problems) };
  }
}
