import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { FormDefinition } from '../form-definition.js';
import { loadForms } from '../load-forms.js';
import { FormDefinitionObject } from './form-definition.type.js';

@Resolver()
export class FormDefinitionsQuery {
  @Requires('configuration:read')
  @Query(() => [FormDefinitionObject], {
    description: 'Every form at its newest version, inactive ones included, in the order of keys.',
  })
  async formDefinitions(@Ctx() ctx: RequestContext): Promise<FormDefinition[]> {
    return loadForms(await ctx.read(), ctx.caller.operatorId);
  }
}
