import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';
import type { DeliveryState } from '../delivery.entity.js';
import { ActionDeliveryStateEnum } from './action-delivery-state.enum.js';

@ObjectType('ActionAttempt', { description: 'One attempt to deliver.' })
export class ActionAttemptObject {
  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  at!: Date;
  @Field(() => String, { description: 'How it ended, in a word: "delivered", "failed", "demo".' })
  outcome!: string;
  @Field(() => String, { nullable: true, description: 'What else is known of it.' })
  detail!: string | null;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;
}

/** Its root value is the row; the rest is in action-delivery.fields.ts. */
@ObjectType('ActionDelivery', {
  implements: Node,
  description: 'One firing of one action: its id is the same at every attempt.',
})
export class ActionDeliveryObject extends Node {
  @Field(() => ActionDeliveryStateEnum, { description: 'How it stands.' })
  state!: DeliveryState;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it is tried again; null: no time is set.' })
  nextAttemptAt!: Date | null;
  @Field(() => GraphQLDateTime, { description: 'When the occurrence entered the status.' })
  createdAt!: Date;
}

export const { Connection: ActionDeliveryConnection } = connectionTypes('ActionDelivery', () => ActionDeliveryObject);
