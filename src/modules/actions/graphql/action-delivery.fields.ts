import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { forbidden } from '../../../platform/graphql/errors.js';
import { OccurrenceObject } from '../../occurrences/graphql/index.js';
import { occurrenceLoader, type OccurrenceRow } from '../../occurrences/index.js';
import { ActionObject } from '../../workflow/graphql/index.js';
import { type Action, catalogueOf } from '../../workflow/index.js';
import type { ActionAttempt, ActionDelivery } from '../delivery.entity.js';
import { attemptsLoader } from '../loaders.js';
import { ActionAttemptObject, ActionDeliveryObject } from './action-delivery.type.js';

@Resolver(() => ActionDeliveryObject)
export class ActionDeliveryFields {
  @FieldResolver(() => ActionObject, { description: 'What was fired.' })
  async action(@Root() { actionId }: ActionDelivery, @Ctx() ctx: RequestContext): Promise<Action> {
    const action = (await catalogueOf(ctx)).action(actionId);
    if (!action) throw new Error(`Action ${actionId} is not there`);
    return action;
  }

  @FieldResolver(() => OccurrenceObject, { description: 'By which occurrence.' })
  async occurrence(@Root() { occurrenceId }: ActionDelivery, @Ctx() ctx: RequestContext): Promise<OccurrenceRow> {
    const occurrence = await occurrenceLoader(ctx).load(occurrenceId);
    if (!occurrence) throw forbidden();
    return occurrence;
  }

  @FieldResolver(() => [ActionAttemptObject], { description: 'What has been tried, in order.' })
  attempts(@Root() { id }: ActionDelivery, @Ctx() ctx: RequestContext): Promise<ActionAttempt[]> {
    return attemptsLoader(ctx).load(id);
  }
}
