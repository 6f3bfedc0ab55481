import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row; the occurrence is in inbox-message.fields.ts. */
@ObjectType('InboxMessage', { implements: Node, description: "A message in a beneficiary's in-app inbox." })
export class InboxMessageObject extends Node {
  @Field(() => String, { description: 'What it is about.' })
  title!: string;
  @Field(() => String, { description: 'The text.' })
  body!: string;
  @Field(() => GraphQLDateTime, { description: 'When it landed.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was first marked as read; null: it is not.' })
  readAt!: Date | null;
}

export const { Connection: InboxMessageConnection } = connectionTypes('InboxMessage', () => InboxMessageObject);
