import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { OccurrenceTypeCreateInput } from './occurrence-type.input.js';
import { OccurrenceTypePayload, occurrenceTypePayload } from './occurrence-type.payload.js';

@Resolver()
export class OccurrenceTypeCreateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => OccurrenceTypePayload, {
    description:
      'Adds a whole type at once: its statuses, tabs and actions, checked together; all of it is saved, or nothing.',
  })
  async occurrenceTypeCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => OccurrenceTypeCreateInput, { description: 'The type.' }) input: OccurrenceTypeCreateInput,
  ): Promise<OccurrenceTypePayload> {
    return occurrenceTypePayload(await this.services.occurrenceTypes.create(ctx, input));
  }
}
