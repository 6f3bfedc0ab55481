import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, type Example, found, saved, userErrors } from './example.js';
import { storeOccurrence } from './stored-occurrence.js';

const statusFields = `key internalDescription externalDescription category color conclusive resolves active
  displayOrder nextStatuses { key } allowedRoles`;
const statusUpdate = `mutation ($id: ID!, $input: StatusUpdateInput!) {
  statusUpdate(id: $id, input: $input) { status { ${statusFields} } ${userErrors} }
}`;
const statusCreate = `mutation ($typeId: ID!, $input: StatusInput!) {
  statusCreate(occurrenceTypeId: $typeId, input: $input) { status { id ${statusFields} } ${userErrors} }
}`;

describe('statusCreate and statusUpdate', () => {
  let app: TestApp;
  let configurator: TestClient;
  let example: Example;
  let examples = 0;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  beforeEach(async () => {
    example = await createExample(configurator, `_${++examples}`);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const update = async (key: string, input: object, client = configurator) =>
    (await client.data(statusUpdate, { id: example.statuses[key], input })).statusUpdate;
  const create = async (input: object, typeId = example.typeId, client = configurator) =>
    (await client.data(statusCreate, { typeId, input })).statusCreate;
  const statusOf = async (key: string) => {
    const { node } = await configurator.data(
      `query ($id: ID!) { node(id: $id) { ... on Status { ${statusFields} } } }`,
      {
        id: example.statuses[key],
      },
    );
    return node;
  };
  const pendente = {
    key: 'pendente',
    internalDescription: 'Aguardando documentos',
    externalDescription: 'Envie os documentos',
    color: '#9333EA',
    pausesSla: true,
  };

  it('adds a status, which becomes a next one of those that it names as previous', async () => {
    const input = { ...pendente, previousStatusKeys: ['solicitado'], nextStatusKeys: ['em_analise'] };
    const { status } = saved(await create(input));
    expect(status).toMatchObject({
      key: 'pendente',
      category: 'WAITING_BENEFICIARY',
      nextStatuses: [{ key: 'em_analise' }],
      allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
    });
    expect((await statusOf('solicitado')).nextStatuses).toContainEqual({ key: 'pendente' });
  });

  it('refuses a status that breaks its type, at the path of the field', async () => {
    expect(found(await create({ ...pendente, key: 'pago', color: '#FFF', isDefault: true }))).toEqual([
      'INVALID input.color',
      'INVALID input.isDefault',
      'TAKEN input.key',
    ]);
  });

  it('answers NOT_FOUND for a type that does not exist, or is of another operator', async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const missing = await create(pendente, 'oct_00000000000000000000000000');
    const foreign = await create(pendente, example.typeId, beta);
    expect(found(missing)).toEqual(['NOT_FOUND occurrenceTypeId']);
    expect(foreign).toEqual(missing);
  });

  it('leaves what is absent and clears what is null', async () => {
    saved(await update('em_analise', { nextStatusKeys: ['pago', 'auditoria'], conclusive: true, displayOrder: 7 }));
    const before = await statusOf('em_analise');
    expect(before).toMatchObject({ conclusive: true, nextStatuses: [{ key: 'auditoria' }, { key: 'pago' }] });

    const { status } = saved(await update('em_analise', { color: '#000000' }));
    expect(status).toEqual({ ...before, color: '#000000' });

    const cleared = saved(await update('em_analise', { conclusive: null, nextStatusKeys: null, displayOrder: 2 }));
    expect(cleared.status.conclusive).toBe(false);
    expect(cleared.status.nextStatuses).toContainEqual({ key: 'solicitado' });
  });

  it('refuses to clear what a status cannot be without', async () => {
    expect(found(await update('em_analise', { color: null, isDefault: null }))).toEqual([
      'REQUIRED input.color',
      'REQUIRED input.isDefault',
    ]);
  });

  it('refuses to deactivate a status that occurrences are in, and says how many', async () => {
    await storeOccurrence(app, example.typeId, example.statuses.auditoria!);
    await storeOccurrence(app, example.typeId, example.statuses.auditoria!);
    const payload = await update('auditoria', { active: false });
    expect(payload).toEqual({
      status: null,
      userErrors: [
        { code: 'IN_USE', message: expect.stringContaining('2 occurrences are in it'), path: ['input', 'active'] },
      ],
    });
    expect((await statusOf('auditoria')).active).toBe(true);
  });

  it('refuses to deactivate the default status', async () => {
    expect(found(await update('solicitado', { active: false }))).toEqual(['IN_USE input.active']);
  });

  it('takes a status that nothing is in out of use, and back', async () => {
    const next = async () => (await statusOf('solicitado')).nextStatuses;
    example.statuses.pendente = saved(await create({ ...pendente, previousStatusKeys: ['solicitado'] })).status.id;
    saved(await update('pendente', { active: false }));
    expect(await next()).not.toContainEqual({ key: 'pendente' });
    expect(await statusOf('pendente')).toMatchObject({ externalDescription: 'Envie os documentos', active: false });
    saved(await update('pendente', { active: true }));
    expect(await next()).toContainEqual({ key: 'pendente' });
  });

  it("answers another operator's status like one that does not exist", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update('pago', { color: '#000000' }, beta);
    const { statusUpdate: missing } = await configurator.data(statusUpdate, {
      id: 'sta_00000000000000000000000000',
      input: { color: '#000000' },
    });
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(missing);
    expect((await statusOf('pago')).color).toBe('#15803D');
  });

  it('is FORBIDDEN to an attendant, and changes nothing', async () => {
    const attendant = await app.client('attendant');
    const { errors } = await attendant.execute(statusUpdate, {
      id: example.statuses.pago,
      input: { color: '#000000' },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await statusOf('pago')).color).toBe('#15803D');
  });
});
