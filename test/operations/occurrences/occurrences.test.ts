import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../../src/platform/graphql/connection.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored } from './stored.js';

const query = `query ($filter: OccurrenceFilter, $orderBy: OccurrenceOrder, $first: Int, $after: String, $last: Int, $before: String) {
  occurrences(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } }
    nodes { id description }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const someId = `occ_${'0'.repeat(26)}`;

describe('occurrences', () => {
  let app: TestApp;
  let stored: Stored;
  let attendant: TestClient;
  /** By the minute they were created in; the last two in the same one. */
  let ids: string[];

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    attendant = await app.client('attendant');
    const ana = await stored.member('Ana Souza');
    const minute = (value: number) => new Date(Date.UTC(2026, 10, 1, 12, value));
    const due = [null, minute(40), minute(30), null, minute(30)];
    const made = [];
    for (const [index, at] of [0, 1, 2, 3, 3].entries()) {
      made.push(
        await stored.occurrence({
          beneficiaryId: ana,
          description: `nº ${index}`,
          createdAt: minute(at),
          updatedAt: minute(10 - index),
          nextDueAt: due[index] ?? null,
        }),
      );
    }
    ids = made.map(({ id }) => id);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const page = async (variables: object): Promise<any> => (await attendant.data(query, { ...variables })).occurrences;
  const listed = async (variables: object): Promise<number[]> =>
    (await page(variables)).nodes.map(({ id }: { id: string }) => ids.indexOf(id));

  it('come newest first unless asked otherwise, ties by id', async () => {
    expect(await listed({})).toEqual([4, 3, 2, 1, 0]);
    expect(await listed({ orderBy: null })).toEqual([4, 3, 2, 1, 0]);
  });

  it.each([
    ['NEWEST', [4, 3, 2, 1, 0]],
    ['OLDEST', [0, 1, 2, 3, 4]],
    ['RECENTLY_UPDATED', [0, 1, 2, 3, 4]],
    ['DUE_SOONEST', [2, 4, 1, 0, 3]],
  ])('order by %s', async (orderBy, expected) => {
    expect(await listed({ orderBy })).toEqual(expected);
  });

  it.each(['NEWEST', 'OLDEST', 'RECENTLY_UPDATED', 'DUE_SOONEST'])(
    'pages of every size by %s join without a gap, in both directions',
    async (orderBy) => {
      const all = await listed({ orderBy });
      for (const size of [1, 2, 3, 4, 5]) {
        const forward: number[] = [];
        for (let after: string | null = null; ; ) {
          const { nodes, pageInfo } = await page({ orderBy, first: size, after });
          forward.push(...nodes.map(({ id }: { id: string }) => ids.indexOf(id)));
          expect(pageInfo.hasPreviousPage).toBe(after !== null);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        expect(forward).toEqual(all);
        const backward: number[] = [];
        for (let before: string | null = null; ; ) {
          const { nodes, pageInfo } = await page({ orderBy, last: size, before });
          backward.unshift(...nodes.map(({ id }: { id: string }) => ids.indexOf(id)));
          expect(pageInfo.hasNextPage).toBe(before !== null);
          if (!pageInfo.hasPreviousPage) break;
          before = pageInfo.startCursor;
        }
        expect(backward).toEqual(all);
      }
    },
  );

  it('a page can be cut from between two cursors', async () => {
    const { edges } = await page({});
    const [first, , , , last] = edges.map(({ cursor }: { cursor: string }) => cursor);
    expect(await listed({ after: first, before: last })).toEqual([3, 2, 1]);
    expect(await listed({ after: first, before: last, last: 2 })).toEqual([2, 1]);
  });

  it('edges and nodes are the same, with the cursors of the page at its ends', async () => {
    const { edges, nodes, pageInfo } = await page({ first: 2 });
    expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(nodes.map(({ id }: any) => id));
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[1].cursor,
    });
  });

  it('an empty page has no cursors', async () => {
    expect(await page({ filter: { typeKeys: ['nenhum'] } })).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it.each<[string, object]>([
    ['first 0', { first: 0 }],
    ['first 101', { first: 101 }],
    ['last -1', { last: -1 }],
    ['first and last', { first: 1, last: 1 }],
    ['a cursor that is none', { after: 'abc' }],
    ['an empty cursor', { before: '' }],
    [
      'a cursor of another order',
      { orderBy: 'OLDEST', after: encodeCursor('NEWEST', ['2026-11-01T12:00:00.000Z', someId]) },
    ],
    ['a cursor with a time that is none', { after: encodeCursor('NEWEST', ["2026-11-01T12:00:00.000Z'", 'x']) }],
    ['a cursor with a day that is none', { after: encodeCursor('NEWEST', ['2026-13-41T12:00:00.000Z', someId]) }],
    ['a cursor with an id that is none', { after: encodeCursor('NEWEST', ['2026-11-01T12:00:00.000Z', '\0']) }],
    ['a cursor without a time', { after: encodeCursor('NEWEST', [null, someId]) }],
  ])('%s is BAD_USER_INPUT', async (_, variables) => {
    const { data, errors } = await attendant.execute(query, { ...variables });
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('totalCount counts all pages, and is counted only where it is asked for', async () => {
    const ask = async (fields: string) => {
      app.statements.length = 0;
      const { occurrences } = await attendant.data(`{ occurrences(first: 2) { ${fields} } }`);
      return { occurrences, counted: app.statements.filter((sql) => sql.includes('count(*)')).length };
    };
    expect(await ask('totalCount nodes { id }')).toEqual({
      occurrences: { totalCount: 5, nodes: [{ id: ids[4] }, { id: ids[3] }] },
      counted: 1,
    });
    expect((await ask('nodes { id }')).counted).toBe(0);
  });

  it('streamCursor is the same for whatever is listed at the same time, and another after a change', async () => {
    const both = '{ one: occurrences { streamCursor } other: occurrences(filter: { typeKeys: [] }) { streamCursor } }';
    const { one, other } = await attendant.data(both);
    expect(one.streamCursor).toMatch(/^[\w-]+$/);
    expect(other).toEqual(one);
    await stored.occurrence({
      beneficiaryId: await stored.member('Bruno'),
      createdAt: new Date('2026-10-01T12:00:00Z'),
    });
    expect((await attendant.data(both)).one.streamCursor).not.toBe(one.streamCursor);
  });

  it('are for those who may read them all', async () => {
    for (const [role, scopes, code] of [
      ['beneficiary', [], 'FORBIDDEN'],
      ['integration', ['occurrence:create'], 'FORBIDDEN'],
      [null, [], 'UNAUTHENTICATED'],
    ] as const) {
      const { errors } = await (await app.client(role, { scopes })).execute('{ occurrences { nodes { id } } }');
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
    }
    for (const role of ['attendant', 'supervisor', 'configurator', 'integration'] as const) {
      const client = await app.client(role, { scopes: ['occurrence:read'] });
      expect((await client.data('{ occurrences(first: 1) { nodes { id } } }')).occurrences.nodes).toHaveLength(1);
    }
  });

  it('another operator has none of them', async () => {
    const other = await app.client('attendant', { operator: 'beta' });
    expect(await other.data('{ occurrences { totalCount nodes { id } } }')).toEqual({
      occurrences: { totalCount: 0, nodes: [] },
    });
  });
});
