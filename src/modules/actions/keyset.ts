import { badUserInput } from '../../platform/graphql/errors.js';
import {
  decodeCursor,
  encodeCursor,
  type ForwardArgs,
  type PageRequest,
  pageRequest,
} from '../../platform/graphql/connection.js';
import { type IdKind, kindOfId } from '../../shared/ids.js';

interface Key {
  readonly createdAt: Date;
  readonly id: string;
}

/** Pages of what was made last first. */
export interface NewestFirst {
  readonly request: (args: ForwardArgs) => PageRequest<Key>;
  readonly cursorOf: (row: Key) => string;
}

export const newestFirst = (order: string, kind: IdKind): NewestFirst => ({
  request: (args) =>
    pageRequest(args, (cursor) => {
      const [at, id] = decodeCursor(order, 2, cursor);
      const createdAt = new Date(typeof at === 'string' ? at : Number.NaN);
      if (Number.isNaN(createdAt.getTime()) || typeof id !== 'string' || kindOfId(id) !== kind) {
        throw badUserInput('The cursor is malformed, or of another order.');
      }
      return { createdAt, id };
    }),
  cursorOf: ({ createdAt, id }) => encodeCursor(order, [createdAt.toISOString(), id]),
});

/** What comes after the key, as a condition of the query. */
export const olderThan = (after: Key | null) =>
  after === null
    ? {}
    : { $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, id: { $lt: after.id } }] };

export const newestFirstOrder = { createdAt: 'desc', id: 'desc' } as const;
