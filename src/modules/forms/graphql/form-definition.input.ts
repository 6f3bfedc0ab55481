import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

type Json = Record<string, unknown>;

const descriptions = {
  key: 'Stable name, unique among the forms: a lower-case letter and up to 63 more, digits, _ or -.',
  name: 'What it is called: 200 characters at most.',
  schema: 'JSON Schema 2020-12 of type "object": 256 KiB at most, without references to other documents.',
  uiSchema: 'JSON Forms UI schema; null: as the schema goes.',
  active: 'False takes it out of use; refused while an active tab or intake has it.',
} as const;

@InputType({ description: 'A new form.' })
export class FormDefinitionCreateInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.name })
  name!: string;
  @Field(() => GraphQLJSONObject, { description: descriptions.schema })
  schema!: Json;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.uiSchema })
  uiSchema?: Json | null;
}

@InputType({ description: 'What is to be different: absent leaves as it is, null clears.' })
export class FormDefinitionUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.name })
  name?: string | null;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.schema })
  schema?: Json | null;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.uiSchema })
  uiSchema?: Json | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
