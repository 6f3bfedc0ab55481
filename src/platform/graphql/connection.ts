import 'reflect-metadata';
import { GraphQLInt } from 'graphql';
import { ArgsType, type ClassType, Field, ObjectType } from 'type-graphql';
import { badUserInput } from './errors.js';

export const defaultPageSize = 20;
export const maximumPageSize = 100;

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More items follow this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Items come before this page.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

/** Arguments of a list that runs forward alone. */
@ArgsType()
export class ForwardArgs {
  @Field(() => GraphQLInt, {
    nullable: true,
    description: 'How many at the most, from the start: 1 to 100; 20 unless given.',
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what comes after the item with this cursor.' })
  after?: string | null;
}

/** Arguments of a list that runs both ways. */
@ArgsType()
export class ConnectionArgs extends ForwardArgs {
  @Field(() => GraphQLInt, { nullable: true, description: 'How many at the most, from the end: 1 to 100.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what comes before the item with this cursor.' })
  before?: string | null;
}

/** A checked request for a page. `limit` items are wanted; read one more to know whether others follow. */
export interface PageRequest<Key> {
  readonly backward: boolean;
  readonly limit: number;
  readonly after: Key | null;
  readonly before: Key | null;
}

export type KeyPart = string | number | null;

/** Cursors of lists: the values that an item is ordered by, and its id, for one named order. Opaque to clients. */
export const encodeCursor = (order: string, key: readonly KeyPart[]): string =>
  Buffer.from(JSON.stringify([order, ...key])).toString('base64url');

/** Throws BAD_USER_INPUT for anything that `encodeCursor` did not make for the same order with as many parts. */
export function decodeCursor(order: string, parts: number, cursor: string): KeyPart[] {
  const refuse = () => badUserInput('The cursor is malformed, or of another order.');
  let value: unknown;
  try {
    if (cursor.length > 1000) throw refuse();
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refuse();
  }
  if (!Array.isArray(value) || value.length !== parts + 1 || value[0] !== order) throw refuse();
  const key: unknown[] = value.slice(1);
  if (!key.every((part) => part === null || typeof part === 'string' || typeof part === 'number')) throw refuse();
  return key as KeyPart[];
}

/** Checks first, last, after and before; throws BAD_USER_INPUT. `decode` turns a cursor into the key of its item. */
export function pageRequest<Key>(
  args: { first?: number | null; after?: string | null; last?: number | null; before?: string | null },
  decode: (cursor: string) => Key,
): PageRequest<Key> {
  const { first, last } = args;
  if (first != null && last != null) throw badUserInput('Give first or last, not both.');
  for (const [name, value] of Object.entries({ first, last })) {
    if (value != null && (value < 1 || value > maximumPageSize)) {
      throw badUserInput(`${name} must be from 1 to ${maximumPageSize}.`);
    }
  }
  return {
    backward: last != null,
    limit: first ?? last ?? defaultPageSize,
    after: args.after == null ? null : decode(args.after),
    before: args.before == null ? null : decode(args.before),
  };
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/**
 * A page out of rows that were read in the direction of the request, one more than its limit where there are more.
 */
export function connectionOf<Node>(
  rows: readonly Node[],
  request: PageRequest<unknown>,
  cursorOf: (node: Node) => string,
): Connection<Node> {
  const more = rows.length > request.limit;
  const nodes = rows.slice(0, request.limit);
  if (request.backward) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: request.backward ? request.before !== null : more,
      hasPreviousPage: request.backward ? more : request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The edge and connection types of a node, named after it. */
export function connectionTypes<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `An item of a ${name}Connection.` })
  class Edge {
    @Field(() => String, { description: 'Where the item stands; hand it back as `after` or `before`.' })
    cursor!: string;
    @Field(node, { description: 'The item itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];
    @Field(() => [node()], { description: 'The items alone.' })
    nodes!: Node[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return { Edge, Connection: ConnectionType };
}
