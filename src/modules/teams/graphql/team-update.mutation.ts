import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../../platform/graphql/access.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { TeamService } from '../team-service.js';
import { TeamUpdateInput } from './team.input.js';
import { TeamPayload, teamPayload } from './team.payload.js';

@Resolver()
export class TeamUpdateMutation {
  constructor(private readonly services: { readonly teams: TeamService }) {}

  @Requires('configuration:write')
  @Mutation(() => TeamPayload, { description: 'Changes a team. Who was given something by it keeps it.' })
  async teamUpdate(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Of the team.' }) id: string,
    @Arg('input', () => TeamUpdateInput, { description: 'What is to be different.' }) input: TeamUpdateInput,
  ): Promise<TeamPayload> {
    return teamPayload(await this.services.teams.update(ctx, id, input));
  }
}
