import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, type Example, found, saved, userErrors } from './example.js';

const actionFields = 'key description kind config condition active status { key }';
const actionCreate = `mutation ($typeId: ID!, $input: ActionInput!) {
  actionCreate(occurrenceTypeId: $typeId, input: $input) { action { ${actionFields} } ${userErrors} }
}`;
const actionUpdate = `mutation ($id: ID!, $input: ActionUpdateInput!) {
  actionUpdate(id: $id, input: $input) { action { ${actionFields} } ${userErrors} }
}`;

describe('actionCreate and actionUpdate', () => {
  let app: TestApp;
  let configurator: TestClient;
  let example: Example;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
    example = await createExample(configurator);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const create = async (input: object) =>
    (await configurator.data(actionCreate, { typeId: example.typeId, input })).actionCreate;
  const update = async (id: string | undefined, input: object, client = configurator) =>
    (await client.data(actionUpdate, { id, input })).actionUpdate;

  it('adds an action with the defaults of its kind; a hook without a secret gets one, masked', async () => {
    const input = {
      key: 'hook_analise',
      description: 'hook - reembolso - em análise',
      statusKey: 'em_analise',
      kind: 'HOOK',
      config: { url: 'https://erp.example/analise' },
    };
    expect(saved(await create(input)).action).toEqual({
      key: 'hook_analise',
      description: 'hook - reembolso - em análise',
      kind: 'HOOK',
      config: {
        url: 'https://erp.example/analise',
        secret: 'whsec_********',
        headers: {},
        timeoutMs: 15_000,
        includeForms: false,
      },
      condition: null,
      active: true,
      status: { key: 'em_analise' },
    });
  });

  it('refuses an e-mail without recipient, with unknown names and keys, all of it at once', async () => {
    const config = { subject: '{{nome}}', body: 'Olá {{solicitante.primeiroNome}', cc: 'x@example.org' };
    const input = { key: 'email', description: 'e-mail', statusKey: 'nenhum', kind: 'EMAIL', config };
    expect(found(await create(input))).toEqual([
      'INVALID input.config.body',
      'INVALID input.config.cc',
      'INVALID input.config.subject',
      'NOT_FOUND input.statusKey',
      'REQUIRED input.config.to',
    ]);
  });

  it('refuses a hook that is not https', async () => {
    const config = { url: 'http://erp.example/analise' };
    const input = { key: 'hook_http', description: 'hook', statusKey: 'pago', kind: 'HOOK', config };
    expect(found(await create(input))).toEqual(['INVALID input.config.url']);
  });

  it('leaves what is absent, clears the condition by null', async () => {
    const { action } = saved(await update(example.actions.hook_pago, { description: 'aviso ao ERP' }));
    expect(action).toMatchObject({
      description: 'aviso ao ERP',
      condition: { '>': [{ var: 'abas.dados.valor' }, 100] },
      status: { key: 'pago' },
    });
    const cleared = saved(await update(example.actions.hook_pago, { condition: null, active: false }));
    expect(cleared.action).toEqual({ ...action, condition: null, active: false });
  });

  it('takes a condition over the fields of the form alone', async () => {
    const condition = { '==': [{ var: 'abas.dados.cidade' }, { var: 'abas.dados.bairro' }] };
    expect(found(await update(example.actions.hook_pago, { condition }))).toEqual(['INVALID input.condition.==.1.var']);
  });

  it("answers another operator's action like one that does not exist", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update(example.actions.hook_pago, { active: true }, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update('act_00000000000000000000000000', { active: true }));
  });

  it('is FORBIDDEN to an attendant', async () => {
    const attendant = await app.client('attendant');
    const { errors } = await attendant.execute(actionUpdate, { id: example.actions.hook_pago, input: {} });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the config of an action', () => {
  it('is empty, and its condition null, for whoever may not see it', async () => {
    await using app = await startTestApp();
    const example = await createExample(await app.client('configurator'));
    const read = async (client: TestClient) =>
      (
        await client.data('query ($id: ID!) { node(id: $id) { ... on Action { key config condition } } }', {
          id: example.actions.hook_pago,
        })
      ).node;
    const hidden = { key: 'hook_pago', config: {}, condition: null };
    for (const role of ['attendant', 'supervisor'] as const) {
      expect(await read(await app.client(role))).toEqual(hidden);
    }
    expect(await read(await app.client('integration', { scopes: ['configuration:read'] }))).toEqual(hidden);
    expect(await read(await app.client('beneficiary'))).toBeNull();
    const writer = await app.client('integration', { scopes: ['configuration:write'] });
    expect((await read(writer)).config).toMatchObject({ url: 'https://erp.example/hooks', secret: 'whsec_********' });
  });
});
