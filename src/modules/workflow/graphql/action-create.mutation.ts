import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceTypeService } from '../occurrence-type-service.js';
import { ActionInput } from './action.input.js';
import { ActionPayload, actionPayload } from './action.payload.js';

@Resolver()
export class ActionCreateMutation {
  constructor(private readonly services: { readonly occurrenceTypes: OccurrenceTypeService }) {}

  @Requires('configuration:write')
  @Mutation(() => ActionPayload, { description: 'Adds an action to a type, which is checked as a whole.' })
  async actionCreate(
    @Ctx() ctx: RequestContext,
    @Arg('occurrenceTypeId', () => ID, { description: 'Of the type that it is for.' }) typeId: string,
    @Arg('input', () => ActionInput, { description: 'The action.' }) input: ActionInput,
  ): Promise<ActionPayload> {
    return actionPayload(await this.services.occurrenceTypes.createAction(ctx, typeId, input));
  }
}
