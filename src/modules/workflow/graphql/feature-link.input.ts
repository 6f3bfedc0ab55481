import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What a feature opens.' })
export class FeatureLinkInput {
  @Field(() => String, {
    description: 'Of the feature: a lower-case letter and up to 63 more, digits, _ or -. A new one makes a feature.',
  })
  key!: string;
  @Field(() => String, { nullable: true, description: 'What it is called; null: as before, or as the type is.' })
  name?: string | null;
  @Field(() => ID, { description: 'The type that it opens, instead of whatever it opened before.' })
  occurrenceTypeId!: string;
}
