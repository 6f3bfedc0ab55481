import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { teamsOf } from '../load-teams.js';
import type { Team } from '../team.js';
import { TeamObject } from './team.type.js';

@Resolver()
export class TeamsQuery {
  @Requires('occurrence:read')
  @Query(() => [TeamObject], { description: 'Every team, inactive ones included, in the order of keys.' })
  async teams(@Ctx() ctx: RequestContext): Promise<readonly Team[]> {
    return teamsOf(ctx);
  }
}
