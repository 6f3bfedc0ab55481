import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FormService } from '../form-service.js';
import { FormDefinitionCreateInput } from './form-definition.input.js';
import { FormDefinitionPayload, formDefinitionPayload } from './form-definition.payload.js';

@Resolver()
export class FormDefinitionCreateMutation {
  constructor(private readonly services: { readonly forms: FormService }) {}

  @Requires('configuration:write')
  @Mutation(() => FormDefinitionPayload, { description: 'Adds a form, at version 1.' })
  async formDefinitionCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FormDefinitionCreateInput, { description: 'The form.' }) input: FormDefinitionCreateInput,
  ): Promise<FormDefinitionPayload> {
    return formDefinitionPayload(await this.services.forms.create(ctx, input));
  }
}
