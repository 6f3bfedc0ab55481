import { Field, ObjectType } from 'type-graphql';

@ObjectType('OccurrenceActivity', { description: 'Who is at an occurrence right now. Not kept.' })
export class OccurrenceActivityObject {
  @Field(() => [String], { description: 'Names of those who are looking at it.' })
  viewers!: string[];
  @Field(() => [String], { description: 'Names of those who are typing.' })
  typing!: string[];
}
