import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { ActionUpdateInput } from './action.input.js';
import { ActionPayload, actionPayload } from './action.payload.js';

@Resolver()
export class ActionUpdateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => ActionPayload, { description: 'Changes an action; its type is checked as a whole.' })
  async actionUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the action.' }) id: string,
    @Arg('input', () => ActionUpdateInput, { description: 'What is to be different.' }) input: ActionUpdateInput,
  ): Promise<ActionPayload> {
    return actionPayload(await this.services.occurrenceTypes.updateAction(ctx, id, input));
  }
}
