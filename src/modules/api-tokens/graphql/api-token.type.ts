import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

@ObjectType('ApiToken', {
  description: 'What an integration authenticates by: `Authorization: Bearer ocr_…`. Never shown is the token itself.',
  implements: Node,
})
export class ApiTokenObject extends Node {
  @Field(() => String, { description: 'Of the system that has it; what it does is told under this name.' })
  name!: string;
  @Field(() => [String], { description: 'What it may do, such as "occurrence:read"; never changes.' })
  scopes!: readonly string[];
  @Field(() => String, { description: 'Who made it, by the name that they had then.' })
  createdBy!: string;
  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'From when on it is good for nothing.' })
  expiresAt!: Date;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was used last, to the minute; an open connection is use. Null: it never was.',
  })
  lastUsedAt!: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: Date | null;
}

export const { Connection: ApiTokenConnection } = connectionTypes('ApiToken', () => ApiTokenObject);
