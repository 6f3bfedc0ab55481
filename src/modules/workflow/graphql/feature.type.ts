import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

/** The type that it opens is in feature.fields.ts. */
@ObjectType('Feature', {
  description:
    "A functionality of the operator's app that opens occurrences of one type: linking is what puts a type to use.",
  implements: Node,
})
export class FeatureObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the features of the operator.' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
}
