import type { EntityManager } from '@mikro-orm/postgresql';
import { giveOut } from '../../teams/index.js';
import type { OccurrenceType } from '../../workflow/index.js';

/** Whom the team of its type gives a new occurrence to; null: it waits in the queue, as chats and what nobody attends do. */
export async function assigneeOf(em: EntityManager, operatorId: string, type: OccurrenceType): Promise<string | null> {
  const first = type.statuses.find(({ active, isDefault }) => active && isDefault);
  if (!type.allowsAttendance || type.viewMode === 'CHAT' || first?.closes) return null;
  return giveOut(em, {
    operatorId,
    typeId: type.id,
    openOf: async (memberIds) => {
      const rows = await em.execute<{ id: string; open: number }[]>(
        `select attendant_id as id, count(*)::integer as open from occurrence
         where operator_id = ? and attendant_id in (?) and closed_at is null group by 1`,
        [operatorId, memberIds],
      );
      return new Map(rows.map(({ id, open }) => [id, open]));
    },
  });
}
