import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../../../src/platform/graphql/connection.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored } from '../occurrences/stored.js';

const query = `query ($search: String, $first: Int, $after: String) {
  beneficiaries(search: $search, first: $first, after: $after) {
    nodes { name membershipNumber email phone holder { name } dependants { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe('beneficiaries', () => {
  let app: TestApp;
  let attendant: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    const stored = await Stored.in(app);
    attendant = await app.client('attendant');
    const ana = await stored.member('Ana Conceição', {
      membershipNumber: '0001-AB',
      email: 'ana@example.org',
      phone: '+55 11 99999-0000',
    });
    await stored.member('Érica Conceição', { holderId: ana });
    await stored.member('Bruno Lima', { membershipNumber: '0002' });
    await stored.member('Ana Conceição', { membershipNumber: '0003' });
    await (await Stored.in(app, 'beta')).member('Ana de beta');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const found = async (search: string | null): Promise<string[]> =>
    (await attendant.data(query, { search })).beneficiaries.nodes.map(
      (node: any) => node.membershipNumber ?? node.name,
    );

  it('come by name, with who they are to each other', async () => {
    const { nodes } = (await attendant.data(query)).beneficiaries;
    expect(nodes).toEqual([
      {
        name: 'Ana Conceição',
        membershipNumber: '0001-AB',
        email: 'ana@example.org',
        phone: '+55 11 99999-0000',
        holder: null,
        dependants: [{ name: 'Érica Conceição' }],
      },
      {
        name: 'Ana Conceição',
        membershipNumber: '0003',
        email: null,
        phone: null,
        holder: null,
        dependants: [],
      },
      { name: 'Bruno Lima', membershipNumber: '0002', email: null, phone: null, holder: null, dependants: [] },
      {
        name: 'Érica Conceição',
        membershipNumber: null,
        email: null,
        phone: null,
        holder: { name: 'Ana Conceição' },
        dependants: [],
      },
    ]);
  });

  it.each<[string | null, string[]]>([
    ['conceicao', ['0001-AB', '0003', 'Érica Conceição']],
    [' ERICA ', ['Érica Conceição']],
    ['0001-AB', ['0001-AB']],
    ['0001', []],
    ['%', []],
    ['', ['0001-AB', '0003', '0002', 'Érica Conceição']],
    [null, ['0001-AB', '0003', '0002', 'Érica Conceição']],
  ])('the search for %j finds %j', async (search, expected) => {
    expect(await found(search)).toEqual(expected);
  });

  it('come in pages that join', async () => {
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: any = (await attendant.data(query, { first: 1, after })).beneficiaries;
      names.push(...nodes.map(({ name }: { name: string }) => name));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(names).toEqual(['Ana Conceição', 'Ana Conceição', 'Bruno Lima', 'Érica Conceição']);
  });

  it.each([
    { first: 0 },
    { after: 'x' },
    { after: encodeCursor('NAME', ['ana', 'x']) },
    { after: encodeCursor('NAME', ['\0', `ben_${'0'.repeat(26)}`]) },
    { search: 'x'.repeat(201) },
  ])('%j is BAD_USER_INPUT', async (variables) => {
    const { errors } = await attendant.execute(query, variables);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('are for those who may read occurrences', async () => {
    for (const [role, scopes] of [
      ['beneficiary', []],
      ['integration', ['people:write']],
    ] as const) {
      const { errors } = await (await app.client(role, { scopes })).execute(query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
  });
});
