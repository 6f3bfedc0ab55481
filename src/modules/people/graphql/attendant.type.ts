import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

/** Its root value is the row of the staff member. */
@ObjectType('Attendant', { implements: Node, description: 'Who works the queue.' })
export class AttendantObject extends Node {
  @Field(() => String, { description: 'Their name.' })
  name!: string;
}
