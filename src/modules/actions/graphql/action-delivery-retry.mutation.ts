import { Arg, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import { problem } from '../../../shared/problem.js';
import type { ActionDelivery } from '../delivery.entity.js';
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
  @Requires('action:resend')
  @Mutation(() => ActionDeliveryPayload, {
    description: 'Sends a delivery again. NOT_AVAILABLE where the server is not set up to send.',
  })
  actionDeliveryRetry(@Arg('id', () => ID, { description: 'Of the delivery.' }) _id: string): ActionDeliveryPayload {
    const missing = problem('NOT_AVAILABLE', 'This server does not send deliveries.');
    return { actionDelivery: null, userErrors: userErrorsOf([missing]) };
  }
}
