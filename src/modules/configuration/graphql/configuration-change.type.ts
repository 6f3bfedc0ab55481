import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.js';

@ObjectType('ConfigurationChange', {
  description: 'One element of the configuration that somebody added or changed.',
  implements: Node,
})
class ConfigurationChangeObject extends Node {
  @Field(() => String, { description: 'Who did it, by the name that they had then.' })
  actor!: string;
  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;
  @Field(() => String, { description: 'What was changed, by kind and key: "Status reembolso/em_analise".' })
  element!: string;
  @Field(() => GraphQLJSONObject, { nullable: true, description: 'As it was, secrets masked; null: it was new.' })
  before!: Record<string, unknown> | null;
  @Field(() => GraphQLJSONObject, { nullable: true, description: 'As it is since, secrets masked; null: it is gone.' })
  after!: Record<string, unknown> | null;
}

export const { Connection: ConfigurationChangeConnection } = connectionTypes(
  'ConfigurationChange',
  () => ConfigurationChangeObject,
);
