import type { Database } from '../../platform/database/database.js';
import type { FileStorage } from './storage.js';

/** A form may be filled in for a while with files that are there already. */
const keptForMs = 24 * 60 * 60_000;
const atOnce = 200;

/** Takes away uploads that nothing was attached of for a day, with their files. Answers with how many. */
export async function removeOrphans(database: Database, storage: FileStorage, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptForMs);
  await storage.removeUnfinished(before);
  let removed = 0;
  for (const operatorId of await storage.operators()) {
    for (let count = atOnce; count === atOnce; removed += count) {
      count = await removeSome(database, storage, operatorId, before);
    }
  }
  return removed;
}

/**
 * Locked first: whoever attaches one waits, and finds it gone. The file goes before the row does: what a process
 * leaves behind that ends in between is found the next time.
 */
const removeSome = (database: Database, storage: FileStorage, operatorId: string, before: Date): Promise<number> =>
  database.transaction({ operatorId }, async (em) => {
    const locked: { id: string }[] = await em.execute(
      `select u.id from upload u
        where u.operator_id = ? and u.expires_at < ?
          and not exists (select from attachment a where a.operator_id = u.operator_id and a.upload_id = u.id)
        order by u.id limit ${atOnce} for update skip locked`,
      [operatorId, before],
    );
    if (locked.length === 0) return 0;
    const ids = locked.map(({ id }) => id);
    // What was attached between looking and locking stays.
    const orphans: { id: string }[] = await em.execute(
      `delete from upload u
        where u.operator_id = ? and u.id in (${ids.map(() => '?').join(', ')})
          and not exists (select from attachment a where a.operator_id = u.operator_id and a.upload_id = u.id)
        returning u.id`,
      [operatorId, ...ids],
    );
    for (const { id } of orphans) await storage.remove({ operatorId, id });
    return locked.length;
  });
