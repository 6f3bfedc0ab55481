import { decodeCursor, encodeCursor, pageRequest } from './connection.js';

/** Pages of what was made last first, by id alone: ids are ordered by time. `order` names the list in its cursors. */
export const newestById = (order: string) => ({
  request: (args: { readonly first?: number | null; readonly after?: string | null }) =>
    pageRequest(args, (cursor) => String(decodeCursor(order, 1, cursor)[0])),
  /** What comes after the key, as a condition of the query. */
  after: (id: string | null) => (id === null ? {} : { id: { $lt: id } }),
  orderBy: { id: 'desc' } as const,
  cursorOf: ({ id }: { readonly id: string }) => encodeCursor(order, [id]),
});
