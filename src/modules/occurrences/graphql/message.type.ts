import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

@ObjectType('MessageRevision', { description: 'What a message said before.' })
export class MessageRevisionObject {
  @Field(() => String, { description: 'The text.' })
  body!: string;
  @Field(() => GraphQLDateTime, { description: 'Until when it said so.' })
  replacedAt!: Date;
}

/** Its root value is the row; the rest is in message.fields.ts. */
@ObjectType('Message', { implements: Node, description: 'What a beneficiary and the attendants write to each other.' })
export class MessageObject extends Node {
  @Field(() => String, { description: 'The text; empty where files alone were sent, or it was withdrawn.' })
  body!: string;
  @Field(() => GraphQLDateTime, { description: 'When it was sent.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the other side said that it has read it; null: it has not.',
  })
  readAt!: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last edited; null: never.' })
  editedAt!: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was withdrawn; null: it was not.' })
  withdrawnAt!: Date | null;
}

export const { Connection: MessageConnection } = connectionTypes('Message', () => MessageObject);
