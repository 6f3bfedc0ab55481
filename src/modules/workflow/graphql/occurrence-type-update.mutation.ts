import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { OccurrenceTypeUpdateInput } from './occurrence-type.input.js';
import { OccurrenceTypePayload, occurrenceTypePayload } from './occurrence-type.payload.js';

@Resolver()
export class OccurrenceTypeUpdateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => OccurrenceTypePayload, {
    description:
      'Changes a type; its lists add or change by key what they name. Checked as a whole: all of it is saved, or nothing.',
  })
  async occurrenceTypeUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the type.' }) id: string,
    @Arg('input', () => OccurrenceTypeUpdateInput, { description: 'What is to be different.' })
    input: OccurrenceTypeUpdateInput,
  ): Promise<OccurrenceTypePayload> {
    return occurrenceTypePayload(await this.services.occurrenceTypes.update(ctx, id, input));
  }
}
