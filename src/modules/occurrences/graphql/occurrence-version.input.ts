import { Field, InputType, Int } from 'type-graphql';

export const expectedVersionDescription =
  'The version that the caller has seen: CONFLICT where the same thing has changed since. Without it, the change is made whatever happened.';

@InputType('OccurrenceVersionInput', { description: 'Which version the caller has seen.' })
export class OccurrenceVersionInput {
  @Field(() => Int, { nullable: true, description: expectedVersionDescription })
  expectedVersion?: number | null;
}
