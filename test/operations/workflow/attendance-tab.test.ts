import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, createForm, type Example, found, saved, userErrors } from './example.js';

const tabFields = `key name content form { id key } allowsMultipleEntries displayMode displayOrder required
  requiredForStatuses { key } visibleToBeneficiary filledByBeneficiary active`;
const attendanceTabCreate = `mutation ($typeId: ID!, $input: AttendanceTabInput!) {
  attendanceTabCreate(occurrenceTypeId: $typeId, input: $input) { attendanceTab { id ${tabFields} } ${userErrors} }
}`;
const attendanceTabUpdate = `mutation ($id: ID!, $input: AttendanceTabUpdateInput!) {
  attendanceTabUpdate(id: $id, input: $input) { attendanceTab { ${tabFields} } ${userErrors} }
}`;

describe('attendanceTabCreate and attendanceTabUpdate', () => {
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
    (await configurator.data(attendanceTabCreate, { typeId: example.typeId, input })).attendanceTabCreate;
  const update = async (id: string | undefined, input: object, client = configurator) =>
    (await client.data(attendanceTabUpdate, { id, input })).attendanceTabUpdate;

  it('adds a tab with a form', async () => {
    const formId = await createForm(configurator, 'parecer');
    const input = { key: 'parecer', name: 'Parecer', formId, displayMode: 'GRID', requiredForStatusKeys: ['pago'] };
    expect(saved(await create(input)).attendanceTab).toEqual({
      id: expect.stringMatching(/^tab_/),
      key: 'parecer',
      name: 'Parecer',
      content: 'FORM',
      form: { id: formId, key: 'parecer' },
      allowsMultipleEntries: false,
      displayMode: 'GRID',
      displayOrder: 0,
      required: false,
      requiredForStatuses: [{ key: 'pago' }],
      visibleToBeneficiary: false,
      filledByBeneficiary: false,
      active: true,
    });
  });

  it('refuses a tab that breaks a rule, all of it at once', async () => {
    const input = { key: 'dados', name: '', requiredForStatusKeys: ['pago', 'nenhum'], filledByBeneficiary: true };
    const payload = await create(input);
    expect(payload.attendanceTab).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.filledByBeneficiary',
      'NOT_FOUND input.requiredForStatusKeys.1',
      'REQUIRED input.formId',
      'REQUIRED input.name',
      'TAKEN input.key',
    ]);
  });

  it('leaves what is absent, clears what is null', async () => {
    const { attendanceTab } = saved(await update(example.tabs.dados, { name: 'Dados do pedido' }));
    expect(attendanceTab).toMatchObject({
      name: 'Dados do pedido',
      required: true,
      requiredForStatuses: [{ key: 'auditoria' }, { key: 'pago' }],
    });
    const cleared = saved(await update(example.tabs.dados, { requiredForStatusKeys: null }));
    expect(cleared.attendanceTab).toEqual({ ...attendanceTab, requiredForStatuses: [] });
    expect(found(await update(example.tabs.dados, { formId: null, name: null }))).toEqual(['REQUIRED input.name']);
    expect(found(await update(example.tabs.dados, { formId: null }))).toContain('REQUIRED input.formId');
  });

  it("answers another operator's tab like one that does not exist", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update(example.tabs.historico, { name: 'Outro' }, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update('tab_00000000000000000000000000', { name: 'Outro' }));
    expect(await update(example.statuses.pago, { name: 'Outro' })).toEqual(foreign);
  });

  it('is FORBIDDEN to a supervisor, and changes nothing', async () => {
    const supervisor = await app.client('supervisor');
    const { errors } = await supervisor.execute(attendanceTabUpdate, {
      id: example.tabs.historico,
      input: { name: 'Outro' },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { occurrenceType } = await configurator.data('{ occurrenceType(key: "reembolso") { tabs { name } } }');
    expect(occurrenceType.tabs).toContainEqual({ name: 'Histórico' });
  });
});
