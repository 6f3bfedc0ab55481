import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Role } from '../../../platform/auth/roles.js';
import { RoleEnum } from '../../people/index.js';
import { catalogueOf } from '../catalogue.js';
import type { Action, Status } from '../model.js';
import { effectiveNextStatuses } from '../transition.js';
import { seesInternals } from '../visible.js';
import { ActionObject } from './action.type.js';
import { StatusObject } from './status.type.js';

@Resolver(() => StatusObject)
export class StatusFields {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the attendant panel shows; staff alone, null for a beneficiary.',
  })
  internalDescription(@Ctx() ctx: RequestContext, @Root() status: Status): string | null {
    return seesInternals(ctx) ? status.internalDescription : null;
  }

  @FieldResolver(() => [StatusObject], {
    description: 'Where an occurrence may go from here; none from a closing one but by reopening.',
  })
  async nextStatuses(@Ctx() ctx: RequestContext, @Root() status: Status): Promise<Status[]> {
    if (!seesInternals(ctx)) return [];
    const type = (await catalogueOf(ctx)).type(status.typeId);
    return type ? effectiveNextStatuses(type, status) : [];
  }

  @FieldResolver(() => [RoleEnum], { description: 'Who may move an occurrence into it; staff alone.' })
  allowedRoles(@Ctx() ctx: RequestContext, @Root() status: Status): readonly Role[] {
    return seesInternals(ctx) ? status.allowedRoles : [];
  }

  @FieldResolver(() => [ActionObject], { description: 'What fires when an occurrence enters it; staff alone.' })
  async actions(@Ctx() ctx: RequestContext, @Root() status: Status): Promise<Action[]> {
    if (!seesInternals(ctx)) return [];
    const type = (await catalogueOf(ctx)).type(status.typeId);
    return type?.actions.filter(({ statusId }) => statusId === status.id) ?? [];
  }
}
