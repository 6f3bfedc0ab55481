import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

@ObjectType('Operator', { implements: Node, description: 'The health-plan operator that the caller belongs to.' })
export class OperatorObject extends Node {
  @Field(() => String, { description: 'Its name, as members read it.' })
  name!: string;
  @Field(() => String, { description: 'Its short name in tokens and addresses; never changes.' })
  slug!: string;
  @Field(() => String, { description: "Its number at the regulator (ANS): six digits, the first of its protocols'." })
  ansRegistry!: string;
  @Field(() => String, { description: 'The IANA time zone that its days and deadlines are counted in.' })
  timeZone!: string;
}
