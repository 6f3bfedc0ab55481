import type { EntityManager } from '@mikro-orm/postgresql';
import { TeamEntity, TeamMemberEntity, TeamTypeEntity } from './team.entity.js';
import type { Team } from './team.js';

/** A team as it is from now on, new or not; whose turn it is stays as it was. */
export async function keepTeam(em: EntityManager, operatorId: string, team: Team): Promise<void> {
  const { id: teamId, typeIds, memberIds, ...own } = team;
  await em.upsert(TeamEntity, { operatorId, id: teamId, ...own });
  const ofTeam = { operatorId, teamId };
  await em.nativeDelete(TeamTypeEntity, ofTeam);
  await em.nativeDelete(TeamMemberEntity, ofTeam);
  const inPlaces = <K extends string>(name: K, ids: readonly string[]) =>
    ids.map((id, place) => ({ ...ofTeam, [name]: id, place }) as typeof ofTeam & Record<K, string> & { place: number });
  if (typeIds.length > 0) await em.insertMany(TeamTypeEntity, inPlaces('typeId', typeIds));
  if (memberIds.length > 0) await em.insertMany(TeamMemberEntity, inPlaces('staffId', memberIds));
}
