import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FormService } from '../form-service.js';
import { FormDefinitionUpdateInput } from './form-definition.input.js';
import { FormDefinitionPayload, formDefinitionPayload } from './form-definition.payload.js';

@Resolver()
export class FormDefinitionUpdateMutation {
  constructor(private readonly services: { readonly forms: FormService }) {}

  @Requires('configuration:write')
  @Mutation(() => FormDefinitionPayload, {
    description:
      'Changes a form. Another name, schema or layout makes a new version; what was filled in keeps the version that it has.',
  })
  async formDefinitionUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the form.' }) id: string,
    @Arg('input', () => FormDefinitionUpdateInput, { description: 'What is to be different.' })
    input: FormDefinitionUpdateInput,
  ): Promise<FormDefinitionPayload> {
    return formDefinitionPayload(await this.services.forms.update(ctx, id, input));
  }
}
