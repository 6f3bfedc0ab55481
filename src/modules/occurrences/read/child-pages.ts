import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import {
  type Connection,
  connectionOf,
  decodeCursor,
  encodeCursor,
  type KeyPart,
  type PageRequest,
  pageRequest,
} from '../../../platform/graphql/connection.js';
import { contextValue, type RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import type { SqlCondition } from '../sql-condition.js';

export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Rows that hang on an occurrence, in the order of their key. */
export interface ChildSource<Row extends { occurrenceId: string }> {
  /** Names its cursors. */
  readonly name: string;
  readonly table: string;
  /** Of the table's alias `e`; together they tell any two rows of an occurrence apart. */
  readonly key: readonly string[];
  keyOf(row: Row): KeyPart[];
  isKey(key: readonly KeyPart[]): boolean;
  /** What the caller may see of the rows `e`. */
  sight(ctx: RequestContext): SqlCondition | null;
  map(em: EntityManager, row: object): Row;
}

/** Pages of what hangs on occurrences: one statement for all occurrences that the same page is asked of. */
export function childPages<Row extends { occurrenceId: string }>(
  source: ChildSource<Row>,
): (ctx: RequestContext, occurrenceId: string, args: PageArgs) => Promise<Connection<Row>> {
  const loadersOf = contextValue(() => new Map<string, DataLoader<string, Connection<Row>>>());

  const decode = (cursor: string): readonly KeyPart[] => {
    const key = decodeCursor(source.name, source.key.length, cursor);
    if (!source.isKey(key)) throw badUserInput('The cursor is malformed, or of another list.');
    return key;
  };

  return (ctx, occurrenceId, { first, after, last, before }) => {
    const loaders = loadersOf(ctx);
    const name = JSON.stringify([first, after, last, before]);
    let loader = loaders.get(name);
    if (!loader) {
      const request = pageRequest({ first, after, last, before }, decode);
      loader = new DataLoader((ids) => loadPages(ctx, source, ids, request));
      loaders.set(name, loader);
    }
    return loader.load(occurrenceId);
  };
}

async function loadPages<Row extends { occurrenceId: string }>(
  ctx: RequestContext,
  source: ChildSource<Row>,
  occurrenceIds: readonly string[],
  request: PageRequest<readonly KeyPart[]>,
): Promise<Connection<Row>[]> {
  const columns = source.key.map((column) => `e.${column}`);
  const key = `(${columns.join(', ')})`;
  const order = columns.map((column) => `${column} ${request.backward ? 'desc' : 'asc'}`).join(', ');
  const conditions: SqlCondition[] = [
    ...(request.after ? [{ sql: `${key} > (?)`, params: [request.after] }] : []),
    ...(request.before ? [{ sql: `${key} < (?)`, params: [request.before] }] : []),
    ...[source.sight(ctx) ?? []].flat(),
  ];
  const em = await ctx.read();
  const rows = await em.execute<object[]>(
    `select e.* from unnest(array[?]) as parent (id) cross join lateral (
       select e.* from ${source.table} e where e.operator_id = ? and e.occurrence_id = parent.id
         ${conditions.map((condition) => `and (${condition.sql})`).join(' ')}
        order by ${order} limit ?) e
      order by ${order}`,
    [occurrenceIds, ctx.caller.operatorId, ...conditions.flatMap(({ params }) => params), request.limit + 1],
  );
  const byOccurrence = Map.groupBy(
    rows.map((row) => source.map(em, row)),
    ({ occurrenceId }) => occurrenceId,
  );
  return occurrenceIds.map((id) =>
    connectionOf(byOccurrence.get(id) ?? [], request, (row) => encodeCursor(source.name, source.keyOf(row))),
  );
}
