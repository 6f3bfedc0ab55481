import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { RegulatoryKind, RegulatoryRule } from '../model.js';
import { RegulatoryKindEnum } from './enums.js';

const descriptions = {
  condition:
    'JSON Logic over the fields of the intake form, `formulario.<field>`: within the bounds of the condition of an action.',
  kind: 'What the occurrence is then.',
} as const;

@ObjectType('RegulatoryRule', { description: 'By what is filled in, what kind of answer the regulator demands.' })
export class RegulatoryRuleObject implements RegulatoryRule {
  @Field(() => GraphQLJSONObject, { description: descriptions.condition })
  condition!: Record<string, unknown>;
  @Field(() => RegulatoryKindEnum, { description: descriptions.kind })
  kind!: RegulatoryKind;
}

@InputType({ description: 'By what is filled in, what kind of answer the regulator demands.' })
export class RegulatoryRuleInput implements RegulatoryRule {
  @Field(() => GraphQLJSONObject, { description: descriptions.condition })
  condition!: Record<string, unknown>;
  @Field(() => RegulatoryKindEnum, { description: descriptions.kind })
  kind!: RegulatoryKind;
}
