import type { OccurrenceRow } from './occurrence.entity.js';

export type OccurrenceOrder = 'NEWEST' | 'OLDEST' | 'RECENTLY_UPDATED' | 'DUE_SOONEST';

/** What a list is ordered by; the id breaks ties, in the same direction. */
export interface ListOrder {
  readonly column: 'createdAt' | 'updatedAt' | 'nextDueAt';
  readonly descending: boolean;
}

export const listOrders: Readonly<Record<OccurrenceOrder, ListOrder>> = {
  NEWEST: { column: 'createdAt', descending: true },
  OLDEST: { column: 'createdAt', descending: false },
  RECENTLY_UPDATED: { column: 'updatedAt', descending: true },
  DUE_SOONEST: { column: 'nextDueAt', descending: false },
};

/** Where an occurrence stands in an order: null is last. */
export interface ListKey {
  readonly at: Date | null;
  readonly id: string;
}

export const listKeyOf = (order: OccurrenceOrder, row: OccurrenceRow): ListKey => ({
  at: row[listOrders[order].column] ?? null,
  id: row.id,
});
