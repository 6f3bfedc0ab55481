import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row; tab, form and author are in tab-entry.fields.ts. */
@ObjectType('TabEntry', { implements: Node, description: 'One filled-in form.' })
export class TabEntryObject extends Node {
  @Field(() => GraphQLJSONObject, { description: 'What was filled in.' })
  data!: Record<string, unknown>;
  @Field(() => GraphQLDateTime, { description: 'When it was first saved.' })
  createdAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'When it was last saved.' })
  updatedAt!: Date;
}
