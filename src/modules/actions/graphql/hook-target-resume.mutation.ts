import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { HookTargetService, HookTargetView } from '../hook-targets/hook-target.service.js';
import { HookTargetObject } from './hook-target.type.js';

@ObjectType('HookTargetPayload', { description: 'The host, or what stands in the way.' })
class HookTargetPayload {
  @Field(() => HookTargetObject, { nullable: true, description: 'As it is now; null where there are errors.' })
  hookTarget!: HookTargetView | null;
  @Field(() => [UserError], { description: 'What the user can mend; nothing was changed where there are any.' })
  userErrors!: UserError[];
}

@Resolver()
export class HookTargetResumeMutation {
  constructor(private readonly services: { readonly hookTargets: HookTargetService }) {}

  @Requires('action:resend')
  @Mutation(() => HookTargetPayload, {
    description: 'Ends the pause of a host: what waits is tried at once, and its failures count from none.',
  })
  async hookTargetResume(
    @Ctx() ctx: RequestContext,
    @Arg('host', () => String, { description: 'As `hookTargets` names it.' }) host: string,
  ): Promise<HookTargetPayload> {
    const result = await this.services.hookTargets.resume(ctx, host);
    return result.ok
      ? { hookTarget: result.value, userErrors: [] }
      : { hookTarget: null, userErrors: userErrorsOf(result.problems) };
  }
}
