import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { FormDefinition } from '../form-definition.js';
import { FormDefinitionObject } from './form-definition.type.js';

@ObjectType({ description: 'A form that was saved, or why it was not.' })
export class FormDefinitionPayload {
  @Field(() => FormDefinitionObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  formDefinition!: FormDefinition | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const formDefinitionPayload = (saved: Result<FormDefinition>): FormDefinitionPayload =>
  saved.ok
    ? { formDefinition: saved.value, userErrors: [] }
    : { formDefinition: null, userErrors: userErrorsOf(saved.problems) };
