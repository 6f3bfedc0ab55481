import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';
import type { Assignment } from '../team.js';
import { AssignmentEnum } from './assignment.enum.js';

/** Its root value is a `Team`; types and members are in team.fields.ts. */
@ObjectType('Team', {
  description:
    'Attendants who look at some types first, and may be given what is new of them. Teams restrict nobody: all staff may read and take everything.',
  implements: Node,
})
export class TeamObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the teams of the operator.' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => AssignmentEnum, { description: 'How what is new of its types is given out.' })
  assignment!: Assignment;
  @Field(() => Int, {
    nullable: true,
    description:
      'Open occurrences, of whatever type, from which on a member is given no more; null: no limit. What people assign or take themselves is not limited.',
  })
  openLimit!: number | null;
  @Field(() => Boolean, { description: 'Whether it gives out anything.' })
  active!: boolean;
}
