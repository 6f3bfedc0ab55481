import type { EntityManager } from '@mikro-orm/postgresql';
import type { OccurrenceType } from '../workflow/index.js';

interface Desk {
  readonly operatorId: string;
  readonly attendantId: string;
  readonly types: readonly OccurrenceType[];
}

/**
 * The types of which an attendant may take one more. Locks the attendant until the transaction ends, so that two claims of
 * theirs at once are counted one after the other; against what refers to the attendant the lock is none.
 */
export async function freeTypes(
  em: EntityManager,
  { operatorId, attendantId, types }: Desk,
): Promise<OccurrenceType[]> {
  await em.execute('select 1 from staff where operator_id = ? and id = ? for no key update', [operatorId, attendantId]);
  if (types.length === 0) return [];
  const pending = types.flatMap(pendingStatusId);
  // A statement of its own: it sees what was committed while the lock was waited for.
  const rows = await em.execute<{ type_id: string; count: string }[]>(
    `select type_id, count(*) as count from occurrence
      where operator_id = ? and attendant_id = ? and closed_at is null and type_id in (?)
        and not status_id = any (?) group by type_id`,
    [operatorId, attendantId, types.map(({ id }) => id), `{${pending.join(',')}}`],
  );
  const held = new Map(rows.map(({ type_id, count }) => [type_id, Number(count)]));
  return types.filter(({ id, chat }) => chat === null || (held.get(id) ?? 0) < chat.maxSimultaneous);
}

const pendingStatusId = ({ chat, statuses }: OccurrenceType): string[] =>
  statuses.filter(({ key }) => key === chat?.pendingStatusKey).map(({ id }) => id);
