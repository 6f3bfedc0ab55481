import type { EntityManager } from '@mikro-orm/postgresql';
import { chooseMember, type Turn } from './choose-member.js';

export interface Giving {
  readonly operatorId: string;
  /** Of what is new. */
  readonly typeId: string;
  /** How many open occurrences each of these attendants has, read once nobody else gives to them. */
  readonly openOf: (memberIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

type LockedTeam = Pick<Turn, 'assignment' | 'openLimit' | 'lastAssignedId'> & { readonly id: string };

/** Who is given what is new of a type, by the team that gives it out; null: it waits in the queue. */
export async function giveOut(em: EntityManager, { operatorId, typeId, openOf }: Giving): Promise<string | null> {
  const team = await lockTeam(em, operatorId, typeId);
  if (!team) return null;
  const members = await lockMembers(em, operatorId, team.id);
  const memberIds = members.map(({ id }) => id);
  const counts = team.assignment === 'LEAST_LOADED' || team.openLimit !== null;
  const chosen = chooseMember({
    ...team,
    memberIds,
    candidates: new Set(members.filter(({ attends }) => attends).map(({ id }) => id)),
    openOf: counts && memberIds.length > 0 ? await openOf(memberIds) : new Map(),
  });
  if (chosen !== null) {
    await em.execute('update team set last_assigned_id = ? where operator_id = ? and id = ?', [
      chosen,
      operatorId,
      team.id,
    ]);
  }
  return chosen;
}

/** Until the transaction ends, whoever else gives out for this team waits, and then sees whose turn it was. */
async function lockTeam(em: EntityManager, operatorId: string, typeId: string): Promise<LockedTeam | undefined> {
  const [team] = await em.execute<LockedTeam[]>(
    `select t.id, t.assignment, t.open_limit as "openLimit", t.last_assigned_id as "lastAssignedId"
     from team_type y join team t on t.operator_id = y.operator_id and t.id = y.team_id
     where y.operator_id = ? and y.type_id = ? and t.active and t.assignment <> 'NONE' for no key update of t`,
    [operatorId, typeId],
  );
  return team;
}

/** In their turns. Another team with a member of this one waits, too, or both would count what neither has given yet. */
async function lockMembers(
  em: EntityManager,
  operatorId: string,
  teamId: string,
): Promise<{ id: string; place: number; attends: boolean }[]> {
  const members = await em.execute<{ id: string; place: number; attends: boolean }[]>(
    `select s.id, m.place, s.roles && array['ATTENDANT', 'SUPERVISOR'] as attends
     from team_member m join staff s on s.operator_id = m.operator_id and s.id = m.staff_id
     where m.operator_id = ? and m.team_id = ? order by s.id for no key update of s`,
    [operatorId, teamId],
  );
  return members.toSorted((a, b) => a.place - b.place);
}
