import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, createForm, type Example, exampleSecret, found, saved, userErrors } from './example.js';

const typeFields = `key name active viewMode allowsAttendance regulatoryKind sla { amount unit metric warnAtPercent }
  protocolType { key } intakeForm { key } defaultStatus { key }
  statuses { key externalDescription isDefault active nextStatuses { key } }
  tabs { key name active } actions { key config status { key } }`;
const occurrenceTypeUpdate = `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
  occurrenceTypeUpdate(id: $id, input: $input) { occurrenceType { ${typeFields} } ${userErrors} }
}`;

describe('occurrenceTypeUpdate', () => {
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

  const update = async (input: object, id = example.typeId, client = configurator) =>
    (await client.data(occurrenceTypeUpdate, { id, input })).occurrenceTypeUpdate;
  const typeNow = async () =>
    (await configurator.data(`query ($id: ID!) { occurrenceType(id: $id) { ${typeFields} } }`, { id: example.typeId }))
      .occurrenceType;

  it('leaves what is absent, elements included, and clears what is null', async () => {
    const before = await typeNow();
    const renamed = saved(await update({ name: 'Reembolso' })).occurrenceType;
    expect(renamed).toEqual({ ...before, name: 'Reembolso' });

    const cleared = saved(await update({ sla: null, regulatoryKind: null, intakeFormId: null })).occurrenceType;
    expect(cleared).toEqual({ ...renamed, sla: null, regulatoryKind: null, intakeForm: null });

    const given = saved(await update({ sla: { amount: 2, unit: 'HOURS', metric: 'FIRST_RESPONSE' } })).occurrenceType;
    expect(given.sla).toEqual({ amount: 2, unit: 'HOURS', metric: 'FIRST_RESPONSE', warnAtPercent: 80 });
  });

  it('adds or changes by key what its lists name, and moves the default in one go', async () => {
    const { occurrenceType } = saved(
      await update({
        statuses: [
          { key: 'solicitado', isDefault: false },
          {
            key: 'aberto',
            internalDescription: 'Aberto',
            externalDescription: 'Aberto',
            color: '#111111',
            isDefault: true,
          },
        ],
        tabs: [{ key: 'notas', name: 'Notas', content: 'NOTES' }],
        actions: [{ key: 'hook_pago', statusKey: 'aberto' }],
      }),
    );
    expect(occurrenceType.defaultStatus).toEqual({ key: 'aberto' });
    expect(occurrenceType.statuses.map(({ key }: { key: string }) => key)).toEqual([
      'aberto',
      'solicitado',
      'em_analise',
      'auditoria',
      'pago',
    ]);
    expect(occurrenceType.tabs).toContainEqual({ key: 'notas', name: 'Notas', active: true });
    expect(occurrenceType.actions).toMatchObject([{ key: 'hook_pago', status: { key: 'aberto' } }]);
  });

  it('keeps the secret of a hook whose config comes back masked, and takes a new one', async () => {
    const stored = () =>
      app.database.transaction({ operatorId: app.operators.alfa }, async (em) => {
        const [row] = await em.execute<{ config: { secret: string } }[]>('select config from action where id = ?', [
          example.actions.hook_pago,
        ]);
        return row?.config.secret;
      });
    const [{ config }] = (await typeNow()).actions;
    expect(config.secret).toBe('whsec_********');
    saved(await update({ actions: [{ key: 'hook_pago', config: { ...config, timeoutMs: 5000 } }] }));
    expect(await stored()).toBe(exampleSecret);

    const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    saved(await update({ actions: [{ key: 'hook_pago', config: { ...config, secret: other } }] }));
    expect(await stored()).toBe(other);
    expect((await typeNow()).actions[0].config.secret).toBe('whsec_********');
  });

  it('tells all problems at once, each with its path, and changes nothing', async () => {
    const before = await typeNow();
    const payload = await update({
      name: ' ',
      protocolTypeId: 'prt_unknown',
      statuses: [
        { key: 'pago', color: 'verde' },
        { key: 'em_analise', nextStatusKeys: ['auditoria', 'fantasma'] },
      ],
      tabs: [{ key: 'dados', formId: 'frm_unknown' }],
    });
    expect(payload.occurrenceType).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input',
      'INVALID input.statuses.0.color',
      'NOT_FOUND input.protocolTypeId',
      'NOT_FOUND input.statuses.1.nextStatusKeys.1',
      'NOT_FOUND input.tabs.0.formId',
      'REQUIRED input.name',
    ]);
    expect(await typeNow()).toEqual(before);
  });

  it('asks of a new element what it cannot be without', async () => {
    const payload = await update({ statuses: [{ key: 'novo' }, { color: '#111111' }] });
    expect(found(payload)).toEqual([
      'REQUIRED input.statuses.0.color',
      'REQUIRED input.statuses.0.externalDescription',
      'REQUIRED input.statuses.0.internalDescription',
      'REQUIRED input.statuses.1.key',
    ]);
  });

  it('takes a type out of use, and back', async () => {
    expect(saved(await update({ active: false })).occurrenceType.active).toBe(false);
    expect(saved(await update({ active: true })).occurrenceType.active).toBe(true);
  });

  it('renames a key, and what names the status by it follows', async () => {
    await configurator.data(
      `mutation ($id: ID!) { statusUpdate(id: $id, input: { key: "em_exame" }) { ${userErrors} } }`,
      { id: example.statuses.em_analise },
    );
    const { statuses } = await typeNow();
    expect(statuses.find(({ key }: { key: string }) => key === 'solicitado').nextStatuses).toContainEqual({
      key: 'em_exame',
    });
  });

  it("answers another operator's type like one that does not exist", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update({ name: 'Outro' }, example.typeId, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update({ name: 'Outro' }, 'oct_00000000000000000000000000'));
  });

  it("refuses another operator's form for a tab like one that does not exist", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const formId = await createForm(beta);
    expect(found(await update({ tabs: [{ key: 'outra', name: 'Outra', formId }] }))).toEqual([
      'NOT_FOUND input.tabs.0.formId',
    ]);
  });
});
