import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, type Example, exampleType, linkFeature, saved, userErrors } from './example.js';

const everything = `id key name active viewMode protocolType { key name } intakeForm { key schema } defaultStatus { key }
  statuses { key internalDescription externalDescription color nextStatuses { key } allowedRoles actions { key } }
  tabs { key form { key } requiredForStatuses { key } } actions { key config } features { key }`;
const occurrenceTypes = `{ occurrenceTypes { ${everything} } }`;

describe('what callers see of the configuration', () => {
  let app: TestApp;
  let configurator: TestClient;
  let attendant: TestClient;
  let beneficiary: TestClient;
  let example: Example;
  let unlinkedId: string;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
    attendant = await app.client('attendant');
    beneficiary = await app.client('beneficiary');
    example = await createExample(configurator);
    const input = { ...exampleType(example.protocolTypeId, example.formId), key: 'interno' };
    const { occurrenceTypeCreate } = await configurator.data(
      `mutation ($input: OccurrenceTypeCreateInput!) { occurrenceTypeCreate(input: $input) { occurrenceType { id } ${userErrors} } }`,
      { input },
    );
    unlinkedId = saved(occurrenceTypeCreate).occurrenceType.id;
    await linkFeature(configurator, example.typeId);
    await linkFeature(configurator, example.typeId, 'reembolso_web');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const setActive = async (active: boolean) => {
    const { occurrenceTypeUpdate } = await configurator.data(
      `mutation ($id: ID!, $active: Boolean) {
         occurrenceTypeUpdate(id: $id, input: { active: $active }) { occurrenceType { active } ${userErrors} }
       }`,
      { id: example.typeId, active },
    );
    saved(occurrenceTypeUpdate);
  };
  const nodeOf = async (client: TestClient, id: string | undefined) =>
    (await client.data('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;

  it('gives a beneficiary names and external texts of what a feature opens, and nothing internal', async () => {
    const answer = await beneficiary.data(occurrenceTypes);
    expect(answer.occurrenceTypes).toEqual([
      {
        id: example.typeId,
        key: 'reembolso',
        name: 'Solicitação de Reembolso',
        active: true,
        viewMode: 'REQUEST',
        protocolType: { key: 'ans', name: 'Protocolo ANS' },
        intakeForm: { key: 'dados', schema: expect.objectContaining({ type: 'object' }) },
        defaultStatus: { key: 'solicitado' },
        statuses: [
          ['solicitado', 'Recebemos seu pedido', '#1D4ED8'],
          ['em_analise', 'Estamos conferindo', '#B45309'],
          ['pago', 'Pagamento realizado', '#15803D'],
        ].map(([key, externalDescription, color]) => ({
          key,
          internalDescription: null,
          externalDescription,
          color,
          nextStatuses: [],
          allowedRoles: [],
          actions: [],
        })),
        tabs: [{ key: 'dados', form: { key: 'dados' }, requiredForStatuses: [{ key: 'pago' }] }],
        actions: [],
        features: [{ key: 'reembolso_app' }, { key: 'reembolso_web' }],
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/Aguardando triagem|Auditoria|erp\.example/);
  });

  it('gives staff all of it in the order of keys, without the configs of actions', async () => {
    const { occurrenceTypes: types } = await attendant.data(occurrenceTypes);
    expect(types.map(({ key }: { key: string }) => key)).toEqual(['interno', 'reembolso']);
    expect(types[1].statuses[0]).toMatchObject({
      internalDescription: 'Aguardando triagem',
      nextStatuses: [{ key: 'em_analise' }, { key: 'pago' }],
    });
    expect(types[1].actions).toEqual([{ key: 'hook_pago', config: {} }]);
  });

  it('hides from a beneficiary a type that no feature opens, by id, key and node', async () => {
    const byId = 'query ($id: ID!) { occurrenceType(id: $id) { key } }';
    expect((await beneficiary.data(byId, { id: unlinkedId })).occurrenceType).toBeNull();
    expect((await beneficiary.data('{ occurrenceType(key: "interno") { key } }')).occurrenceType).toBeNull();
    expect(await nodeOf(beneficiary, unlinkedId)).toBeNull();
    expect((await beneficiary.data(byId, { id: example.typeId })).occurrenceType).toEqual({ key: 'reembolso' });
    expect((await attendant.data(byId, { id: unlinkedId })).occurrenceType).toEqual({ key: 'interno' });
  });

  it('gives each element by its id to whoever sees it in its place', async () => {
    const { statuses, tabs, actions, formId, protocolTypeId, typeId } = example;
    const all: [string | undefined, string, boolean][] = [
      [typeId, 'OccurrenceType', true],
      [statuses.pago, 'Status', true],
      [statuses.auditoria, 'Status', false],
      [tabs.dados, 'AttendanceTab', true],
      [tabs.historico, 'AttendanceTab', false],
      [actions.hook_pago, 'Action', false],
      [formId, 'FormDefinition', true],
      [protocolTypeId, 'ProtocolType', true],
    ];
    const foreign = await app.client('configurator', { operator: 'beta' });
    const unscoped = await app.client('integration', { scopes: ['occurrence:create'] });
    for (const [id, __typename, shown] of all) {
      expect(await nodeOf(attendant, id)).toEqual({ __typename, id });
      expect(await nodeOf(beneficiary, id)).toEqual(shown ? { __typename, id } : null);
      expect(await nodeOf(foreign, id)).toBeNull();
      expect(await nodeOf(unscoped, id)).toBeNull();
    }
  });

  it('lists features: to a beneficiary those that open an active type', async () => {
    const query = '{ features { key occurrenceType { key } } }';
    const linked = ['reembolso_app', 'reembolso_web'].map((key) => ({ key, occurrenceType: { key: 'reembolso' } }));
    expect((await beneficiary.data(query)).features).toEqual(linked);
    await setActive(false);
    expect((await beneficiary.data(query)).features).toEqual([]);
    expect((await beneficiary.data(occurrenceTypes)).occurrenceTypes).toEqual([]);
    expect((await attendant.data(query)).features).toEqual(linked);
    await setActive(true);
    expect((await beneficiary.data(query)).features).toEqual(linked);
  });

  it('asks for exactly one of id and key', async () => {
    for (const query of ['{ occurrenceType { key } }', '{ occurrenceType(id: "x", key: "y") { key } }']) {
      expect((await attendant.execute(query)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('is FORBIDDEN to an integration without the scope', async () => {
    const integration = await app.client('integration', { scopes: ['occurrence:read'] });
    for (const query of [occurrenceTypes, '{ occurrenceType(key: "x") { key } }', '{ features { key } }']) {
      expect((await integration.execute(query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const scoped = await app.client('integration', { scopes: ['configuration:read'] });
    expect((await scoped.data(occurrenceTypes)).occurrenceTypes).toHaveLength(2);
  });

  it("shows nothing of another operator's", async () => {
    const beta = await app.client('attendant', { operator: 'beta' });
    expect((await beta.data(occurrenceTypes)).occurrenceTypes).toEqual([]);
  });

  it('shows a change at once, whichever process made it', async () => {
    await using other = await startTestApp({ beside: app });
    const elsewhere = await other.client('configurator');
    const query = '{ occurrenceType(key: "interno") { name } }';
    expect((await attendant.data(query)).occurrenceType.name).toBe('Solicitação de Reembolso');
    const { occurrenceTypeUpdate } = await elsewhere.data(
      `mutation ($id: ID!) { occurrenceTypeUpdate(id: $id, input: { name: "Interno" }) { ${userErrors} } }`,
      { id: unlinkedId },
    );
    saved(occurrenceTypeUpdate);
    expect((await attendant.data(query)).occurrenceType.name).toBe('Interno');
  });

  it('takes one statement beside the transaction once the configuration is known, however much there is', async () => {
    await attendant.data(occurrenceTypes);
    app.statements.length = 0;
    await attendant.data(occurrenceTypes);
    expect(app.statements.filter((sql) => /\bfrom\b/.test(sql))).toEqual([
      expect.stringContaining('select configuration_version'),
    ]);
  });
});
