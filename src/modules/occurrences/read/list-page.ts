import { decodeCursor, encodeCursor, type PageRequest } from '../../../platform/graphql/connection.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import { kindOfId } from '../../../shared/ids.js';
import { type ListKey, listKeyOf, listOrders, type OccurrenceOrder } from '../list-order.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { sql, type SqlCondition } from '../sql-condition.js';

export const cursorOf = (order: OccurrenceOrder, row: OccurrenceRow): string => {
  const { at, id } = listKeyOf(order, row);
  return encodeCursor(order, [at && at.toISOString(), id]);
};

/** Throws BAD_USER_INPUT for what `cursorOf` did not make for the same order. */
export function keyOfCursor(order: OccurrenceOrder, cursor: string): ListKey {
  const [at, id] = decodeCursor(order, 2, cursor);
  const nullable = listOrders[order].column === 'nextDueAt';
  if (typeof id === 'string' && kindOfId(id) === 'occurrence') {
    if (at === null && nullable) return { at: null, id };
    if (typeof at === 'string' && /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)) {
      const instant = new Date(at);
      if (!Number.isNaN(instant.getTime())) return { at: instant, id };
    }
  }
  throw badUserInput('The cursor is malformed, or of another order.');
}

const columns = { createdAt: 'o.created_at', updatedAt: 'o.updated_at', nextDueAt: 'o.next_due_at' } as const;

/** What stands between the cursors of a request. */
export function spanConditions(order: OccurrenceOrder, { after, before }: PageRequest<ListKey>): SqlCondition[] {
  const { column, descending } = listOrders[order];
  const later = descending ? smallerThan : greaterThan;
  const earlier = descending ? greaterThan : smallerThan;
  return [...(after ? [later(columns[column], after)] : []), ...(before ? [earlier(columns[column], before)] : [])];
}

function greaterThan(column: string, { at, id }: ListKey): SqlCondition {
  if (at === null) return sql(`${column} is null and o.id > ?`, id);
  // The others have no nulls, and an index that they are looked up by.
  const orNull = column === columns.nextDueAt ? ` or ${column} is null` : '';
  return sql(`(${column}, o.id) > (?, ?)${orNull}`, at.toISOString(), id);
}

function smallerThan(column: string, { at, id }: ListKey): SqlCondition {
  if (at === null) return sql(`${column} is not null or o.id < ?`, id);
  return sql(`(${column}, o.id) < (?, ?)`, at.toISOString(), id);
}

/** In the direction of the request. */
export function orderOf(order: OccurrenceOrder, { backward }: PageRequest<ListKey>): string {
  const { column, descending } = listOrders[order];
  const direction = descending !== backward ? 'desc' : 'asc';
  const nulls = direction === 'desc' ? 'nulls first' : 'nulls last';
  return `order by ${columns[column]} ${direction} ${column === 'nextDueAt' ? nulls : ''}, o.id ${direction}`;
}
