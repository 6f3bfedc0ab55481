import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row; the rest is in message.fields.ts. */
@ObjectType('Message', { implements: Node, description: 'What a beneficiary and the attendants write to each other.' })
export class MessageObject extends Node {
  @Field(() => String, { description: 'The text.' })
  body!: string;
  @Field(() => GraphQLDateTime, { description: 'When it was sent.' })
  createdAt!: Date;
}

export const { Connection: MessageConnection } = connectionTypes('Message', () => MessageObject);
