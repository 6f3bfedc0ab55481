import type { Database } from '../../../platform/database/database.js';

/** Of one operator, what was told before others. */
export interface Found {
  readonly operatorId: string;
  readonly occurrenceIds: readonly string[];
}

/** Of each operator so many at a time: whoever has more waiting comes again, behind the others. */
const mostOfEach = 500;

/** Occurrences whose told states hold no longer at an instant, the longest overtaken first; its cost is theirs alone. */
export async function findOvertaken(database: Database, now: Date): Promise<Found[]> {
  const { rows } = await database.executeUnscoped(
    'select operator_id as "operatorId", id from overtaken_occurrences($1, $2)',
    [now.toISOString(), mostOfEach],
  );
  const byOperator = Map.groupBy(rows as { operatorId: string; id: string }[], ({ operatorId }) => operatorId);
  return [...byOperator].map(([operatorId, found]) => ({ operatorId, occurrenceIds: found.map(({ id }) => id) }));
}
