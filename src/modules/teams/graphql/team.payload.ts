import { Field, ObjectType } from 'type-graphql';
import { UserError, userErrorsOf } from '../../../platform/graphql/user-error.js';
import type { Result } from '../../../shared/problem.js';
import type { Team } from '../team.js';
import { TeamObject } from './team.type.js';

@ObjectType({ description: 'A team that was saved, or why it was not.' })
export class TeamPayload {
  @Field(() => TeamObject, { nullable: true, description: 'As it is now; null where nothing was saved.' })
  team!: Team | null;
  @Field(() => [UserError], { description: 'What has to be mended; empty where it was saved.' })
  userErrors!: UserError[];
}

export const teamPayload = (saved: Result<Team>): TeamPayload =>
  saved.ok ? { team: saved.value, userErrors: [] } : { team: null, userErrors: userErrorsOf(saved.problems) };
