import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, exampleSchema, type Example, found, saved, userErrors } from '../workflow/example.js';

const fields = 'id key name version schema uiSchema active';
const formDefinitionCreate = `mutation ($input: FormDefinitionCreateInput!) {
  formDefinitionCreate(input: $input) { formDefinition { ${fields} } ${userErrors} }
}`;
const formDefinitionUpdate = `mutation ($id: ID!, $input: FormDefinitionUpdateInput!) {
  formDefinitionUpdate(id: $id, input: $input) { formDefinition { ${fields} } ${userErrors} }
}`;
const node = `query ($id: ID!) { node(id: $id) { __typename id ... on FormDefinition { version name schema } } }`;

describe('formDefinitionCreate and formDefinitionUpdate', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const create = async (input: object, client = configurator) =>
    (await client.data(formDefinitionCreate, { input })).formDefinitionCreate;
  const update = async (id: string, input: object, client = configurator) =>
    (await client.data(formDefinitionUpdate, { id, input })).formDefinitionUpdate;
  const nodeOf = async (id: string, client = configurator) => (await client.data(node, { id })).node;

  it('adds a form at version 1', async () => {
    const uiSchema = { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/valor' }] };
    const payload = saved(await create({ key: 'despesas', name: 'Despesas', schema: exampleSchema, uiSchema }));
    expect(payload.formDefinition).toEqual({
      id: expect.stringMatching(/^frm_/),
      key: 'despesas',
      name: 'Despesas',
      version: 1,
      schema: exampleSchema,
      uiSchema,
      active: true,
    });
  });

  it('tells all problems at once, each with its path', async () => {
    saved(await create({ key: 'repetido', name: 'Repetido', schema: exampleSchema }));
    const schema = {
      type: 'object',
      properties: { valor: { type: 'number', format: 'dinheiro' }, nome: { type: 'texto' } },
    };
    const uiSchema = { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/cpf' }] };
    const payload = await create({ key: 'repetido', name: '', schema, uiSchema });
    expect(payload.formDefinition).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.schema.properties.nome.type',
      'INVALID input.schema.properties.valor.format',
      'INVALID input.uiSchema.elements.0.scope',
      'REQUIRED input.name',
      'TAKEN input.key',
    ]);
  });

  it('makes a new version of another name, schema or layout; the old one stays, under an id of its own', async () => {
    const { formDefinition: first } = saved(await create({ key: 'laudo', name: 'Laudo', schema: exampleSchema }));
    const schema = { ...exampleSchema, required: ['valor', 'cidade'] };
    const { formDefinition: second } = saved(await update(first.id, { schema }));
    expect(second).toEqual({ ...first, version: 2, schema });
    const { formDefinition: third } = saved(await update(first.id, { name: 'Laudo médico' }));
    expect(third).toEqual({ ...second, version: 3, name: 'Laudo médico' });

    expect(await nodeOf(first.id)).toMatchObject({ id: first.id, version: 3, name: 'Laudo médico', schema });
    expect(await nodeOf(`${first.id}@1`)).toEqual({
      __typename: 'FormDefinition',
      id: `${first.id}@1`,
      version: 1,
      name: 'Laudo',
      schema: exampleSchema,
    });
    expect(await nodeOf(`${first.id}@3`)).toMatchObject({ id: first.id, version: 3 });
    expect(await nodeOf(`${first.id}@4`)).toBeNull();
  });

  it('makes no version of what is the same, nor of another key or state', async () => {
    const { formDefinition } = saved(await create({ key: 'igual', name: 'Igual', schema: exampleSchema }));
    const same = { name: 'Igual', schema: exampleSchema, uiSchema: null };
    expect(saved(await update(formDefinition.id, same)).formDefinition).toEqual(formDefinition);
    expect(saved(await update(formDefinition.id, { key: 'igual_a_si', active: false })).formDefinition).toEqual({
      ...formDefinition,
      key: 'igual_a_si',
      active: false,
    });
  });

  it('leaves what is absent, clears the layout by null, and refuses to clear the rest', async () => {
    const uiSchema = { type: 'Control', scope: '#/properties/valor' };
    const { formDefinition } = saved(
      await create({ key: 'com_layout', name: 'Com layout', schema: exampleSchema, uiSchema }),
    );
    expect(saved(await update(formDefinition.id, { name: 'Outro' })).formDefinition.uiSchema).toEqual(uiSchema);
    expect(saved(await update(formDefinition.id, { uiSchema: null })).formDefinition.uiSchema).toBeNull();
    expect(found(await update(formDefinition.id, { name: null, schema: null, active: null }))).toEqual([
      'REQUIRED input.active',
      'REQUIRED input.name',
      'REQUIRED input.schema',
    ]);
  });

  it('serves one version after the other where several save at once', async () => {
    const { formDefinition } = saved(await create({ key: 'corrida', name: 'Corrida', schema: exampleSchema }));
    const names = ['A', 'B', 'C', 'D'];
    const payloads = await Promise.all(names.map((name) => update(formDefinition.id, { name })));
    expect(payloads.map((payload) => saved(payload).formDefinition.version).toSorted()).toEqual([2, 3, 4, 5]);
  });

  it("answers another operator's form like one that does not exist", async () => {
    const { formDefinition } = saved(await create({ key: 'alheio', name: 'Alheio', schema: exampleSchema }));
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update(formDefinition.id, { name: 'Outro' }, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update('frm_00000000000000000000000000', { name: 'Outro' }));
    expect(await nodeOf(formDefinition.id, beta)).toBeNull();
    expect(await nodeOf(`${formDefinition.id}@1`, beta)).toBeNull();
  });

  it.each(['attendant', 'beneficiary'] as const)('is FORBIDDEN to a caller who is %s', async (role) => {
    const client = await app.client(role);
    const input = { key: `de_${role}`, name: 'x', schema: exampleSchema };
    const { errors } = await client.execute(formDefinitionCreate, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { formDefinitions } = await configurator.data('{ formDefinitions { key } }');
    expect(formDefinitions).not.toContainEqual({ key: `de_${role}` });
  });

  describe('of a form in use', () => {
    let example: Example;
    beforeAll(async () => {
      example = await createExample(configurator);
    });

    it('refuses to take it out of use, and says by how many it is used', async () => {
      const payload = await update(example.formId, { active: false });
      expect(payload).toEqual({
        formDefinition: null,
        userErrors: [
          {
            code: 'IN_USE',
            message: '2 use it: intake of reembolso, tab reembolso/dados.',
            path: ['input', 'active'],
          },
        ],
      });
    });

    it('refuses a schema without a field that a condition reads', async () => {
      const schema = { type: 'object', properties: { cidade: { type: 'string' } } };
      const payload = await update(example.formId, { schema });
      expect(found(payload)).toEqual(['IN_USE input.schema']);
      expect(payload.userErrors[0].message).toContain('action reembolso/hook_pago');
    });

    it('refuses a schema that goes round in circles as such', async () => {
      const schema = { type: 'object', properties: { a: { $ref: '#' } } };
      expect(found(await update(example.formId, { schema }))).toEqual(['INVALID input.schema.properties.a.$ref']);
    });
  });
});

describe('formDefinitions', () => {
  it('lists every form at its newest version in the order of keys, inactive ones too, to whoever reads configuration', async () => {
    await using app = await startTestApp();
    const configurator = await app.client('configurator');
    for (const key of ['zeta', 'alfa']) {
      const input = { key, name: key, schema: exampleSchema };
      const payload = saved((await configurator.data(formDefinitionCreate, { input })).formDefinitionCreate);
      await configurator.data(formDefinitionUpdate, {
        id: payload.formDefinition.id,
        input: key === 'zeta' ? { active: false } : { name: 'Alfa' },
      });
    }
    const query = '{ formDefinitions { key name version active } }';
    const { formDefinitions } = await (await app.client('attendant')).data(query);
    expect(formDefinitions).toEqual([
      { key: 'alfa', name: 'Alfa', version: 2, active: true },
      { key: 'zeta', name: 'zeta', version: 1, active: false },
    ]);
    const { errors } = await (await app.client('beneficiary')).execute(query);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
