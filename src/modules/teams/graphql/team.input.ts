import { Field, ID, InputType, Int } from 'type-graphql';
import type { Assignment } from '../team.js';
import { AssignmentEnum } from './assignment.enum.js';

const descriptions = {
  key: 'Stable name, unique among the teams: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  typeIds:
    'All occurrence types that it looks at first: 100 at most. What is new of a type is given out by one active team at the most; a type of another one is TAKEN.',
  memberIds: 'All attendants and supervisors of it, in the order in which they take turns: 200 at most.',
  assignment: 'How what is new of its types is given out.',
  openLimit:
    'Open occurrences, of whatever type, from which on a member is given no more: 1 to 10000; null: no limit. What people assign or take themselves is not limited.',
  active: 'False: it gives out nothing any more. What it gave out stays.',
} as const;

@InputType({ description: 'A new team.' })
export class TeamCreateInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => [ID], { defaultValue: [], description: descriptions.typeIds })
  typeIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: descriptions.memberIds })
  memberIds!: string[];
  @Field(() => AssignmentEnum, { defaultValue: 'NONE', description: descriptions.assignment })
  assignment!: Assignment;
  @Field(() => Int, { nullable: true, description: descriptions.openLimit })
  openLimit?: number | null;
}

@InputType({
  description: 'What is to be different: absent leaves as it is, null clears; types and members are given as a whole.',
})
export class TeamUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => [ID], { nullable: true, description: descriptions.typeIds })
  typeIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: descriptions.memberIds })
  memberIds?: string[] | null;
  @Field(() => AssignmentEnum, { nullable: true, description: descriptions.assignment })
  assignment?: Assignment | null;
  @Field(() => Int, { nullable: true, description: descriptions.openLimit })
  openLimit?: number | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
