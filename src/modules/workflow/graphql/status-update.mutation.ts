import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { StatusUpdateInput } from './status.input.js';
import { StatusPayload, statusPayload } from './status.payload.js';

@Resolver()
export class StatusUpdateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => StatusPayload, { description: 'Changes a status; its type is checked as a whole.' })
  async statusUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the status.' }) id: string,
    @Arg('input', () => StatusUpdateInput, { description: 'What is to be different.' }) input: StatusUpdateInput,
  ): Promise<StatusPayload> {
    return statusPayload(await this.services.occurrenceTypes.updateStatus(ctx, id, input));
  }
}
