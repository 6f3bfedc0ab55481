import type { EntryCounts } from '../decide.js';
import type { Held } from './held.js';

/** How many entries each tab has. */
export async function entryCountsOf({ em, operatorId, row }: Held): Promise<EntryCounts> {
  const counts = await em.execute<{ tab_id: string; entries: string }[]>(
    'select tab_id, count(*) as entries from tab_entry where operator_id = ? and occurrence_id = ? group by tab_id',
    [operatorId, row.id],
  );
  return new Map(counts.map(({ tab_id, entries }) => [tab_id, Number(entries)]));
}
