import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import type { ActionKind } from '../model.js';
import { ActionKindEnum } from './enums.js';

const descriptions = {
  key: 'Stable name inside its type: a lower-case letter and up to 63 more, digits, _ or -.',
  description: 'What it is, for the configurator: "push - autorização - solicitado".',
  statusKey: 'Fires when an occurrence enters this status.',
  kind: 'By which channel it goes out.',
  config:
    'What its kind needs; texts are Liquid templates. In an update a secret that is left out or given back masked stays.',
  condition:
    'Fires only where it holds: JSON Logic over the names of templates, the intake (formulario.…) and tabs (abas.….…); null: always.',
  active: 'False takes it out of use.',
} as const;

@InputType({ description: 'A new action.' })
export class ActionInput {
  @Field(() => String, { description: descriptions.key })
  key!: string;
  @Field(() => String, { description: descriptions.description })
  description!: string;
  @Field(() => String, { description: descriptions.statusKey })
  statusKey!: string;
  @Field(() => ActionKindEnum, { description: descriptions.kind })
  kind!: ActionKind;
  @Field(() => GraphQLJSONObject, { description: descriptions.config })
  config!: Record<string, unknown>;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.condition })
  condition?: Record<string, unknown> | null;
  @Field(() => Boolean, { defaultValue: true, description: descriptions.active })
  active!: boolean;
}

@InputType({
  description:
    'What is to be different: absent leaves as it is, null clears. In a list the key says which one; a new key adds one.',
})
export class ActionUpdateInput {
  @Field(() => String, { nullable: true, description: descriptions.key })
  key?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.description })
  description?: string | null;
  @Field(() => String, { nullable: true, description: descriptions.statusKey })
  statusKey?: string | null;
  @Field(() => ActionKindEnum, { nullable: true, description: descriptions.kind })
  kind?: ActionKind | null;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.config })
  config?: Record<string, unknown> | null;
  @Field(() => GraphQLJSONObject, { nullable: true, description: descriptions.condition })
  condition?: Record<string, unknown> | null;
  @Field(() => Boolean, { nullable: true, description: descriptions.active })
  active?: boolean | null;
}
