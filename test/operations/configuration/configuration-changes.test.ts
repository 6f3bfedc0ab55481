import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, type Example, linkFeature, saved, userErrors } from '../workflow/example.js';

const query = `query ($first: Int, $after: String) {
  configurationChanges(first: $first, after: $after) {
    nodes { id actor at element before after }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

describe('configurationChanges', () => {
  let app: TestApp;
  let configurator: TestClient;
  let example: Example;
  let examples = 0;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator', { name: 'Rita Admin' });
  });
  beforeEach(async () => {
    app.clock.advance(1000);
    example = await createExample(configurator, `_${++examples}`);
    app.clock.advance(1000);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const changes = async (variables: object = { first: 100 }) =>
    (await configurator.data(query, { ...variables })).configurationChanges;
  const updateType = async (input: object) => {
    app.clock.advance(1000);
    const answer = await configurator.data(
      `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) { occurrenceTypeUpdate(id: $id, input: $input) { ${userErrors} } }`,
      { id: example.typeId, input },
    );
    saved(answer.occurrenceTypeUpdate);
  };

  it('shows every element that was added, by whom, with what it is', async () => {
    const { nodes } = await changes({ first: 10 });
    expect(nodes.map(({ element }: { element: string }) => element).toSorted()).toEqual([
      `Action ${example.key}/hook_pago`,
      `AttendanceTab ${example.key}/dados`,
      `AttendanceTab ${example.key}/historico`,
      `Form dados_${examples}`,
      `OccurrenceType ${example.key}`,
      `ProtocolType ans_${examples}`,
      `Status ${example.key}/auditoria`,
      `Status ${example.key}/em_analise`,
      `Status ${example.key}/pago`,
      `Status ${example.key}/solicitado`,
    ]);
    const status = nodes.find(({ element }: { element: string }) => element === `Status ${example.key}/solicitado`);
    expect(status).toMatchObject({
      actor: 'Rita Admin',
      at: new Date(app.clock.now().getTime() - 1000).toISOString(),
      before: null,
      after: { key: 'solicitado', color: '#1D4ED8', isDefault: true, nextStatusKeys: ['em_analise', 'pago'] },
    });
  });

  it('keeps the elements of one change in their order', async () => {
    const ask = 'query ($id: ID!) { occurrenceType(id: $id) { statuses { key } } }';
    const { occurrenceType } = await configurator.data(ask, { id: example.typeId });
    const statuses = occurrenceType.statuses.map(({ key }: { key: string }) => ({ key, displayOrder: 7 }));
    await updateType({ name: 'Outro nome', statuses });
    const { nodes } = await changes({ first: 5 });
    expect(nodes.map(({ element }: { element: string }) => element).toReversed()).toEqual([
      `OccurrenceType ${example.key}`,
      ...statuses.map(({ key }: { key: string }) => `Status ${example.key}/${key}`),
    ]);
  });

  it('shows what was different alone, newest first, with before and after', async () => {
    await updateType({
      name: 'Reembolso',
      statuses: [
        { key: 'pago', color: '#000000' },
        { key: 'solicitado', color: '#1D4ED8' },
      ],
    });
    const { nodes } = await changes({ first: 2 });
    expect(nodes.map(({ element }: { element: string }) => element).toSorted()).toEqual([
      `OccurrenceType ${example.key}`,
      `Status ${example.key}/pago`,
    ]);
    const status = nodes.find(({ element }: { element: string }) => element.startsWith('Status'));
    expect([status.before.color, status.after.color]).toEqual(['#15803D', '#000000']);
  });

  it('adds nothing where nothing is different, or a change was refused', async () => {
    await updateType({ name: 'Reembolso' });
    const before = await changes();
    await updateType({ name: 'Reembolso' });
    const refused = await configurator.data(
      `mutation ($id: ID!) { statusUpdate(id: $id, input: { color: "azul" }) { ${userErrors} } }`,
      { id: example.statuses.pago },
    );
    expect(refused.statusUpdate.userErrors).toHaveLength(1);
    expect(await changes()).toEqual(before);
  });

  it('masks secrets, and is told all the same when one is replaced', async () => {
    const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
    const config = { url: 'https://erp.example/hooks', secret, headers: { 'X-Api-Key': 'segredo' } };
    await updateType({ actions: [{ key: 'hook_pago', config }] });
    const { nodes } = await changes({ first: 1 });
    expect(nodes).toMatchObject([
      {
        element: `Action ${example.key}/hook_pago`,
        before: { config: { secret: 'whsec_********', headers: { Authorization: 'whsec_********' } } },
        after: { config: { secret: 'whsec_********', headers: { 'X-Api-Key': 'whsec_********' } } },
      },
    ]);
    await updateType({
      actions: [{ key: 'hook_pago', config: { ...config, secret: `whsec_${Buffer.alloc(32, 6).toString('base64')}` } }],
    });
    const all = await changes();
    expect(all.nodes[0]).toMatchObject({ element: `Action ${example.key}/hook_pago` });
    expect(all.nodes[0].id).not.toBe(nodes[0].id);
    expect(JSON.stringify(all)).not.toMatch(/segredo|Bearer abc|whsec_[A-Za-z0-9+/]/);
  });

  it('shows links of features by the key of their type', async () => {
    app.clock.advance(1000);
    const id = await linkFeature(configurator, example.typeId, 'app');
    app.clock.advance(1000);
    await configurator.data(`mutation ($id: ID!) { featureUnlink(id: $id) { ${userErrors} } }`, { id });
    expect((await changes({ first: 2 })).nodes).toMatchObject([
      { element: 'Feature app', before: { occurrenceType: example.key }, after: { occurrenceType: null } },
      { element: 'Feature app', before: null, after: { key: 'app', occurrenceType: example.key } },
    ]);
  });

  it('runs through all of it page by page, each once', async () => {
    const all = (await changes()).nodes;
    const seen: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const page: any = await changes({ first: 4, after });
      seen.push(...page.nodes);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(all);
  });

  it('refuses a cursor that is none', async () => {
    const { errors } = await configurator.execute(query, { after: 'abc' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('gives one by its id to whoever may read them, and to nobody else', async () => {
    const [{ id, element }] = (await changes({ first: 1 })).nodes;
    const byId = 'query ($id: ID!) { node(id: $id) { __typename ... on ConfigurationChange { element } } }';
    expect((await configurator.data(byId, { id })).node).toEqual({ __typename: 'ConfigurationChange', element });
    for (const client of [await app.client('attendant'), await app.client('configurator', { operator: 'beta' })]) {
      expect((await client.data(byId, { id })).node).toBeNull();
    }
  });

  it.each(['attendant', 'supervisor', 'beneficiary'] as const)('is FORBIDDEN to a caller who is %s', async (role) => {
    const { errors } = await (await app.client(role)).execute(query);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it("shows nothing of another operator's", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    expect((await beta.data(query)).configurationChanges.nodes).toEqual([]);
  });
});
