import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { StatusInput } from './status.input.js';
import { StatusPayload, statusPayload } from './status.payload.js';

@Resolver()
export class StatusCreateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => StatusPayload, { description: 'Adds a status to a type, which is checked as a whole.' })
  async statusCreate(
    @Ctx() ctx: RequestContext,
    @Arg('occurrenceTypeId', () => ID, { description: 'Of the type that it is for.' }) typeId: string,
    @Arg('input', () => StatusInput, { description: 'The status.' }) input: StatusInput,
  ): Promise<StatusPayload> {
    return statusPayload(await this.services.occurrenceTypes.createStatus(ctx, typeId, input));
  }
}
