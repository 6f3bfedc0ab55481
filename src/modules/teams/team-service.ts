import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { problem, refusal, type Result, success } from '../../shared/problem.js';
import {
  changeConfiguration,
  checkCleared,
  type ElementChange,
  elementChange,
  givenFields,
} from '../configuration/index.js';
import { StaffEntity } from '../people/index.js';
import { catalogueHeld } from '../workflow/index.js';
import { keepTeam } from './keep-team.js';
import { loadTeams } from './load-teams.js';
import { changedContent, type Content, newContent, type TeamInput, type TeamUpdate } from './team-content.js';
import { checkTeam, type Known } from './team-rules.js';
import type { Team } from './team.js';

/** Changes of teams. What they gave out before stays with whom it was given to. */
export class TeamService {
  create(ctx: RequestContext, input: TeamInput): Promise<Result<Team>> {
    const content = newContent(input);
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const others = await loadTeams(em, operatorId);
      const problems = checkTeam(content, await knownTo(em, ctx, content, others));
      if (problems.length > 0) return refusal(...problems);
      const team = { id: newId('team', ctx.clock.now()), ...content };
      await keepTeam(em, operatorId, team);
      return success({ value: team, changes: change(null, team) });
    });
  }

  update(ctx: RequestContext, id: string, update: TeamUpdate): Promise<Result<Team>> {
    const given = givenFields({ ...update });
    return changeConfiguration(ctx, async (em) => {
      const { operatorId } = ctx.caller;
      const all = await loadTeams(em, operatorId);
      const stored = all.find((team) => team.id === id);
      if (!stored) return refusal(problem('NOT_FOUND', 'There is no such team.', ['id']));
      const others = all.filter((team) => team !== stored);
      const { id: _id, ...before } = stored;
      const content = changedContent(before, given);
      const problems = [
        ...checkCleared(given, ['openLimit', 'typeIds', 'memberIds'], ['input']),
        ...checkTeam(content, await knownTo(em, ctx, content, others)),
      ];
      if (problems.length > 0) return refusal(...problems);
      const team = { id, ...content };
      await keepTeam(em, operatorId, team);
      return success({ value: team, changes: change(stored, team) });
    });
  }
}

async function knownTo(
  em: EntityManager,
  ctx: RequestContext,
  { memberIds }: Content,
  others: readonly Team[],
): Promise<Known> {
  const { types } = await catalogueHeld(em, ctx);
  const staff = await em.find(
    StaffEntity,
    {
      operatorId: ctx.caller.operatorId,
      id: { $in: [...memberIds] },
      roles: { $overlap: ['ATTENDANT', 'SUPERVISOR'] },
    },
    { disableIdentityMap: true },
  );
  return { others, types: new Set(types.map(({ id }) => id)), attendants: new Set(staff.map(({ id }) => id)) };
}

const change = (before: Team | null, after: Team): ElementChange[] =>
  elementChange(`Team ${after.key}`, before, after, ({ id: _id, ...content }) => content);
