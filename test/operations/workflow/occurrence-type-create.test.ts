import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createForm, createProtocolType, exampleType, found, saved, userErrors } from './example.js';

const occurrenceTypeCreate = `mutation ($input: OccurrenceTypeCreateInput!) {
  occurrenceTypeCreate(input: $input) {
    occurrenceType {
      key name viewMode allowsAttendance regulatoryKind active
      sla { amount unit metric warnAtPercent }
      protocolType { key } intakeForm { key version } defaultStatus { key }
      statuses {
        key category color isDefault startsAttendance showInHistory resolves closes pausesSla conclusive
        requiresComment requiresDenialBasis displayOrder active internalDescription externalDescription
        nextStatuses { key } allowedRoles actions { key }
      }
      tabs { key content form { key } displayMode required requiredForStatuses { key } visibleToBeneficiary active }
      actions { key status { key } kind config condition active }
      features { key }
    }
    ${userErrors}
  }
}`;

describe('occurrenceTypeCreate', () => {
  let app: TestApp;
  let configurator: TestClient;
  let protocolTypeId: string;
  let formId: string;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
    protocolTypeId = await createProtocolType(configurator);
    formId = await createForm(configurator);
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const create = async (input: object, client = configurator) =>
    (await client.data(occurrenceTypeCreate, { input })).occurrenceTypeCreate;

  it('saves a whole type with its statuses, tabs and actions, defaults applied', async () => {
    const { occurrenceType } = saved(await create(exampleType(protocolTypeId, formId)));
    expect(occurrenceType).toMatchObject({
      key: 'reembolso',
      name: 'Solicitação de Reembolso',
      viewMode: 'REQUEST',
      allowsAttendance: true,
      regulatoryKind: 'NON_ASSISTENTIAL',
      active: true,
      sla: { amount: 5, unit: 'BUSINESS_DAYS', metric: 'RESOLUTION', warnAtPercent: 80 },
      protocolType: { key: 'ans' },
      intakeForm: { key: 'dados', version: 1 },
      defaultStatus: { key: 'solicitado' },
      features: [],
    });
    expect(occurrenceType.statuses).toMatchObject([
      {
        key: 'solicitado',
        category: 'NEW',
        internalDescription: 'Aguardando triagem',
        externalDescription: 'Recebemos seu pedido',
        color: '#1D4ED8',
        isDefault: true,
        startsAttendance: false,
        showInHistory: true,
        conclusive: false,
        active: true,
        nextStatuses: [{ key: 'em_analise' }, { key: 'pago' }],
        allowedRoles: ['ATTENDANT', 'SUPERVISOR', 'INTEGRATION'],
        actions: [],
      },
      {
        key: 'em_analise',
        category: 'IN_PROGRESS',
        nextStatuses: [{ key: 'solicitado' }, { key: 'auditoria' }, { key: 'pago' }],
      },
      { key: 'auditoria', showInHistory: false, allowedRoles: ['SUPERVISOR'] },
      { key: 'pago', category: 'RESOLVED', conclusive: true, nextStatuses: [], actions: [{ key: 'hook_pago' }] },
    ]);
    expect(occurrenceType.tabs).toEqual([
      {
        key: 'dados',
        content: 'FORM',
        form: { key: 'dados' },
        displayMode: 'LIST',
        required: true,
        requiredForStatuses: [{ key: 'auditoria' }, { key: 'pago' }],
        visibleToBeneficiary: true,
        active: true,
      },
      {
        key: 'historico',
        content: 'HISTORY',
        form: null,
        displayMode: 'LIST',
        required: false,
        requiredForStatuses: [],
        visibleToBeneficiary: false,
        active: true,
      },
    ]);
    expect(occurrenceType.actions).toEqual([
      {
        key: 'hook_pago',
        status: { key: 'pago' },
        kind: 'HOOK',
        config: {
          url: 'https://erp.example/hooks',
          secret: 'whsec_********',
          headers: { Authorization: 'whsec_********', 'X-Source': 'ocorrencias' },
          timeoutMs: 15_000,
          includeForms: false,
        },
        condition: { '>': [{ var: 'abas.dados.valor' }, 100] },
        active: true,
      },
    ]);
  });

  it('tells all problems at once, each with its path, and saves nothing', async () => {
    const input = exampleType('prt_unknown', 'frm_unknown');
    input.key = 'Quebrado';
    input.statuses[0]!.color = 'azul';
    input.statuses[1]!.isDefault = true;
    input.statuses[3]!.nextStatusKeys = ['fantasma'];
    input.actions[0]!.config.url = 'http://erp.example/hooks';
    const payload = await create(input);
    expect(payload.occurrenceType).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.actions.0.condition.>.0.var',
      'INVALID input.actions.0.config.url',
      'INVALID input.key',
      'INVALID input.statuses.0.color',
      'INVALID input.statuses.1.isDefault',
      'INVALID input.statuses.3.nextStatusKeys',
      'NOT_FOUND input.intakeFormId',
      'NOT_FOUND input.protocolTypeId',
      'NOT_FOUND input.tabs.0.formId',
    ]);
    const { occurrenceTypes } = await configurator.data('{ occurrenceTypes { key } }');
    expect(occurrenceTypes).not.toContainEqual({ key: 'Quebrado' });
  });

  it('refuses a key that another type has', async () => {
    const input = { ...exampleType(protocolTypeId, formId), key: 'repetido' };
    saved(await create(input));
    expect(found(await create(input))).toEqual(['TAKEN input.key']);
  });

  it('gives a key to one of those who ask for it at once', async () => {
    const input = { ...exampleType(protocolTypeId, formId), key: 'disputado' };
    const payloads = await Promise.all([create(input), create(input), create(input)]);
    expect(payloads.map(found).toSorted()).toEqual([[], ['TAKEN input.key'], ['TAKEN input.key']]);
  });

  it("answers another operator's protocol type and form like missing ones", async () => {
    const beta = await app.client('configurator', { operator: 'beta' });
    const payload = await create(exampleType(protocolTypeId, formId), beta);
    expect(found(payload)).toContain('NOT_FOUND input.protocolTypeId');
    expect(found(payload)).toContain('NOT_FOUND input.intakeFormId');
    expect(found(payload)).toContain('NOT_FOUND input.tabs.0.formId');
  });

  it.each(['attendant', 'supervisor', 'beneficiary', 'integration'] as const)(
    'is FORBIDDEN to a caller who is %s, and leaves nothing behind',
    async (role) => {
      const client = await app.client(role, { scopes: ['configuration:read'] });
      const input = { ...exampleType(protocolTypeId, formId), key: `de_${role}` };
      const { errors } = await client.execute(occurrenceTypeCreate, { input });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      const { occurrenceType } = await configurator.data(`{ occurrenceType(key: "de_${role}") { id } }`);
      expect(occurrenceType).toBeNull();
    },
  );

  it('is open to an integration with the scope configuration:write', async () => {
    const integration = await app.client('integration', { scopes: ['configuration:write'] });
    const payload = await create({ ...exampleType(protocolTypeId, formId), key: 'por_integracao' }, integration);
    expect(saved(payload).occurrenceType.key).toBe('por_integracao');
  });
});
