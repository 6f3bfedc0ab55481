import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.js';

@ObjectType('FormDefinition', {
  description:
    'A form made in the form builder: JSON Schema 2020-12 for the data, a JSON Forms UI schema for the layout. Saving a change makes a new version; entries keep the version that they were filled in with.',
  implements: Node,
})
export class FormDefinitionObject extends Node {
  @Field(() => String, { description: 'Stable name, unique among the forms of the operator.' })
  key!: string;
  @Field(() => String, { description: 'What it is called.' })
  name!: string;
  @Field(() => Int, { description: 'One more with every change of name, schema or layout; the first is 1.' })
  version!: number;
  @Field(() => GraphQLJSONObject, { description: 'What the data must be: JSON Schema 2020-12.' })
  schema!: Readonly<Record<string, unknown>>;
  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The layout, as JSON Forms has it; null: as the schema goes.',
  })
  uiSchema!: Readonly<Record<string, unknown>> | null;
  @Field(() => Boolean, { description: 'Whether tabs and intakes can use it.' })
  active!: boolean;
}
