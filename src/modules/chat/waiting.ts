import type { EntityManager } from '@mikro-orm/postgresql';
import type { OccurrenceType, Status } from '../workflow/index.js';

export const claimOrders = ['OLDEST', 'MOST_URGENT'] as const;
export type ClaimOrder = (typeof claimOrders)[number];

interface Wanted {
  readonly operatorId: string;
  readonly types: readonly OccurrenceType[];
  readonly order: ClaimOrder;
}

/** The statuses in which chats wait: where they begin, and where they go back to from an attendant who is silent. */
const waitingStatuses = ({ statuses, chat }: OccurrenceType): Status[] =>
  statuses.filter(({ active, isDefault, key }) => active && (isDefault || key === chat?.attendantInactiveStatusKey));

const orders: Readonly<Record<ClaimOrder, string>> = {
  OLDEST: 'created_at, id',
  MOST_URGENT: 'next_due_at nulls last, created_at, id',
};

/** The next chat that waits and that nobody else is taking at this moment, locked; null: there is none. */
export async function nextWaiting(em: EntityManager, { operatorId, types, order }: Wanted): Promise<string | null> {
  const statusIds = types.flatMap(waitingStatuses).map(({ id }) => id);
  if (statusIds.length === 0) return null;
  const rows = await em.execute<{ id: string }[]>(
    `select id from occurrence
      where operator_id = ? and status_id in (?) and attendant_id is null and closed_at is null
      order by ${orders[order]} limit 1 for update skip locked`,
    [operatorId, statusIds],
  );
  return rows[0]?.id ?? null;
}
