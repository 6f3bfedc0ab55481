import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { AttendantObject, type Staff } from '../../people/index.js';
import { teamsOf } from '../load-teams.js';
import type { Team } from '../team.js';
import { TeamObject } from './team.type.js';

@Resolver(() => AttendantObject)
export class AttendantTeamFields {
  @FieldResolver(() => [TeamObject], {
    description: 'The active teams that they are of, in the order of keys; none for who does not see the queue.',
  })
  async teams(@Root() { id }: Staff, @Ctx() ctx: RequestContext): Promise<Team[]> {
    if (!ctx.caller.permissions.has('occurrence:read')) return [];
    return (await teamsOf(ctx)).filter(({ active, memberIds }) => active && memberIds.includes(id));
  }
}
