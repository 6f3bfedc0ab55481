import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { TeamService } from '../team-service.js';
import { TeamCreateInput } from './team.input.js';
import { TeamPayload, teamPayload } from './team.payload.js';

@Resolver()
export class TeamCreateMutation {
  constructor(private readonly services: { readonly teams: TeamService }) {}

  @Requires('configuration:write')
  @Mutation(() => TeamPayload, { description: 'Adds a team.' })
  async teamCreate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TeamCreateInput, { description: 'The team.' }) input: TeamCreateInput,
  ): Promise<TeamPayload> {
    return teamPayload(await this.services.teams.create(ctx, input));
  }
}
