import type { EntityManager } from '@mikro-orm/postgresql';
import { contextValue } from '../../platform/graphql/context.js';
import type { Team } from './team.js';

/** Every team of an operator, in the order of keys. */
export const loadTeams = (em: EntityManager, operatorId: string): Promise<Team[]> =>
  em.execute<Team[]>(
    `select t.id, t.key, t.name, t.assignment, t.open_limit as "openLimit", t.active,
       array(select type_id from team_type where operator_id = t.operator_id and team_id = t.id order by place) as "typeIds",
       array(select staff_id from team_member where operator_id = t.operator_id and team_id = t.id order by place)
         as "memberIds"
     from team t where t.operator_id = ? order by t.key collate "C"`,
    [operatorId],
  );

/** Those of the caller's operator, in this operation's snapshot. */
export const teamsOf = contextValue(
  async (ctx): Promise<readonly Team[]> => loadTeams(await ctx.read(), ctx.caller.operatorId),
);
