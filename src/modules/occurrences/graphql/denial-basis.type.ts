import { Field, ObjectType } from 'type-graphql';

@ObjectType('DenialBasis', { description: 'What a denial rests on, in writing.' })
export class DenialBasisObject {
  @Field(() => String, { description: 'Why, in plain language.' })
  reason!: string;
  @Field(() => String, { description: 'Contract clause or legal provision.' })
  provision!: string;
}
