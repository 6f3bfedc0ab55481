import { GraphQLJSONObject } from 'graphql-scalars';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf } from '../catalogue.js';
import type { Action, Status } from '../model.js';
import { visibleCondition, visibleConfig } from '../visible.js';
import { ActionObject } from './action.type.js';
import { StatusObject } from './status.type.js';

@Resolver(() => ActionObject)
export class ActionFields {
  @FieldResolver(() => StatusObject, { description: 'Fires when an occurrence enters it.' })
  async status(@Ctx() ctx: RequestContext, @Root() action: Action): Promise<Status | undefined> {
    return (await catalogueOf(ctx)).status(action.statusId);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description: 'What its kind needs, secrets masked; empty for callers that may not see it.',
  })
  config(@Ctx() ctx: RequestContext, @Root() action: Action): Record<string, unknown> {
    return visibleConfig(ctx, action);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Fires only where it holds (JSON Logic; it sees the status left, too); null: always, or not for this caller.',
  })
  condition(@Ctx() ctx: RequestContext, @Root() action: Action): Action['condition'] {
    return visibleCondition(ctx, action);
  }
}
