import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { HookTargetService, HookTargetView } from '../hook-targets/hook-target.service.js';
import { HookTargetObject } from './hook-target.type.js';

@Resolver()
export class HookTargetsQuery {
  constructor(private readonly services: { readonly hookTargets: HookTargetService }) {}

  @Requires('action:read')
  @Query(() => [HookTargetObject], {
    description: 'The hosts that hooks lead to, by name: those of active actions, and those that something waits for.',
  })
  hookTargets(@Ctx() ctx: RequestContext): Promise<HookTargetView[]> {
    return this.services.hookTargets.list(ctx);
  }
}
