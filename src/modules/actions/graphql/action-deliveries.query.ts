import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import { type Connection, ForwardArgs } from '../../../platform/graphql/connection.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { ActionDelivery, DeliveryState } from '../delivery.entity.js';
import { listDeliveries } from '../delivery-list.js';
import { ActionDeliveryFilterInput } from './action-delivery-filter.input.js';
import { ActionDeliveryStateEnum } from './action-delivery-state.enum.js';
import { ActionDeliveryConnection } from './action-delivery.type.js';

@Resolver()
export class ActionDeliveriesQuery {
  @Requires('action:read')
  @Query(() => ActionDeliveryConnection, { description: 'What became of the actions, newest first.' })
  actionDeliveries(
    @Ctx() ctx: RequestContext,
    @Arg('occurrenceId', () => ID, { nullable: true, description: 'Those of one occurrence.' })
    occurrenceId: string | null | undefined,
    @Arg('states', () => [ActionDeliveryStateEnum], {
      nullable: true,
      description: 'Those in one of these states; an empty list selects nothing.',
    })
    states: DeliveryState[] | null | undefined,
    @Arg('filter', () => ActionDeliveryFilterInput, { nullable: true, description: 'Those that it selects, too.' })
    filter: ActionDeliveryFilterInput | null | undefined,
    @Args(() => ForwardArgs) args: ForwardArgs,
  ): Promise<Connection<ActionDelivery>> {
    return listDeliveries(ctx, [{ occurrenceId, states }, filter ?? {}], args);
  }
}
