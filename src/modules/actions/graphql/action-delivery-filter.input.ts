import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { ActionKindEnum } from '../../workflow/graphql/index.js';
import type { ActionKind } from '../../workflow/index.js';
import type { DeliveryState } from '../delivery.entity.js';
import type { DeliveryFilter } from '../delivery-filter.js';
import { ActionDeliveryStateEnum } from './action-delivery-state.enum.js';

@InputType('ActionDeliveryFilter', {
  description: 'Selects deliveries: all that is given must hold. An empty list selects nothing.',
})
export class ActionDeliveryFilterInput implements DeliveryFilter {
  @Field(() => ID, { nullable: true, description: 'Those of one occurrence.' })
  occurrenceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Those of one action.' })
  actionId?: string | null;
  @Field(() => [ActionKindEnum], { nullable: true, description: 'Those that go one of these ways.' })
  kinds?: ActionKind[] | null;
  @Field(() => [ActionDeliveryStateEnum], { nullable: true, description: 'Those in one of these states.' })
  states?: DeliveryState[] | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Made at that instant or later.' })
  createdFrom?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Made before that instant.' })
  createdTo?: Date | null;
}
