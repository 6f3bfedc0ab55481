import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open, refusals, send } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { found, saved, userErrors } from './example.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-24T12:00:00.000Z' });
});
afterAll(() => desk[Symbol.asyncDispose]());

const rule = (amount: number, kind: string) => ({ condition: { '>': [{ var: 'formulario.valor' }, amount] }, kind });
const update = async (input: object, id = desk.typeId) =>
  (
    await desk.configurator.data(
      `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
         occurrenceTypeUpdate(id: $id, input: $input) {
           occurrenceType { regulatoryRules { condition kind } reanalysisType { key } } ${userErrors}
         }
       }`,
      { id, input },
    )
  ).occurrenceTypeUpdate;
const answerDue = async (id: string) =>
  (await desk.carla.data('query ($id: ID!) { occurrence(id: $id) { regulatoryAnswer { dueAt } } }', { id })).occurrence
    .regulatoryAnswer?.dueAt;
// 24 November 2026 is a Tuesday.
const dueAt = { URGENT: '2026-11-25T02:59:59.999Z', NON_ASSISTENTIAL: '2026-12-04T02:59:59.999Z' };

describe('the regulatory rules of a type', () => {
  it('decide the kind of what is opened by its intake, whoever opens it, and leave what was opened before', async () => {
    const before = await open(desk.ana, { intake: { valor: 2000 } });
    const regulatoryRules = [rule(1000, 'URGENT'), rule(500, 'HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION')];
    expect(saved(await update({ regulatoryRules })).occurrenceType.regulatoryRules).toEqual(regulatoryRules);
    expect(await answerDue((await open(desk.ana, { intake: { valor: 2000 } })).id)).toBe(dueAt.URGENT);
    expect(await answerDue((await open(desk.carla, { beneficiaryId: desk.ids.zoe, intake: { valor: 250 } })).id)).toBe(
      dueAt.NON_ASSISTENTIAL,
    );
    expect(await answerDue(before.id)).toBe(dueAt.NON_ASSISTENTIAL);
  });

  it('give way to the kind that staff or a system names, which a member never does', async () => {
    saved(await update({ regulatoryRules: [rule(1000, 'URGENT')] }));
    const input = { beneficiaryId: desk.ids.zoe, intake: { valor: 2000 }, regulatoryKind: 'NON_ASSISTENTIAL' };
    for (const client of [desk.carla, desk.erp]) {
      expect(await answerDue((await open(client, input)).id)).toBe(dueAt.NON_ASSISTENTIAL);
    }
    const own = { typeKey: 'reembolso', description: 'Consulta', intake: { valor: 2000 }, regulatoryKind: 'URGENT' };
    expect(refusals(await send(desk.ana, 'occurrenceCreate', null, own))).toEqual([
      'ROLE_NOT_ALLOWED input.regulatoryKind',
    ]);
  });

  it('are kept by an update that leaves them out, cleared by null, and read by those who read the configuration', async () => {
    const regulatoryRules = [rule(1000, 'URGENT')];
    saved(await update({ regulatoryRules }));
    expect(saved(await update({ name: 'Reembolso' })).occurrenceType.regulatoryRules).toEqual(regulatoryRules);
    const seen = async (client: TestClient) =>
      (await client.data('{ occurrenceType(key: "reembolso") { regulatoryRules { kind } } }')).occurrenceType
        .regulatoryRules;
    expect([await seen(desk.carla), await seen(desk.ana)]).toEqual([[{ kind: 'URGENT' }], []]);
    expect(saved(await update({ regulatoryRules: null })).occurrenceType.regulatoryRules).toEqual([]);
  });

  it('are refused where they read what the intake form has not, along with all else that is wrong', async () => {
    const wrong = { condition: { '==': [{ var: 'abas.parecer.parecer' }, 'x'] }, kind: 'URGENT' };
    expect(found(await update({ name: '', regulatoryRules: [rule(1, 'URGENT'), wrong] }))).toEqual([
      'INVALID input.regulatoryRules.1.condition.==.0.var',
      'REQUIRED input.name',
    ]);
    saved(await update({ regulatoryRules: [rule(1, 'URGENT')] }));
    // The condition of an action reads it, too.
    expect(found(await update({ intakeFormId: null }))).toEqual([
      'INVALID input',
      'INVALID input.regulatoryRules.0.condition.>.0.var',
    ]);
    const { formDefinitions } = await desk.carla.data('{ formDefinitions { id key } }');
    const form = formDefinitions.find(({ key }: { key: string }) => key === 'dados');
    const { formDefinitionUpdate } = await desk.configurator.data(
      `mutation ($id: ID!, $input: FormDefinitionUpdateInput!) {
         formDefinitionUpdate(id: $id, input: $input) { formDefinition { id } ${userErrors} }
       }`,
      { id: form.id, input: { schema: { type: 'object', properties: { outro: { type: 'number' } } } } },
    );
    expect(formDefinitionUpdate.userErrors.map(({ code }: { code: string }) => code)).toContain('IN_USE');
    expect(JSON.stringify(formDefinitionUpdate.userErrors)).toContain('regulatory rule reembolso/0');
    saved(await update({ regulatoryRules: null }));
  });
});

describe('the type of the re-analyses of a type', () => {
  const statuses = [
    { key: 'recebido', isDefault: true },
    { key: 'respondido', resolves: true, closes: true },
  ].map((rest) => ({ internalDescription: 'Dentro', externalDescription: 'Respondido', color: '#111111', ...rest }));
  const create = async (key: string, rest: object) => {
    const { protocolTypes } = await desk.carla.data('{ protocolTypes { id } }');
    const { occurrenceTypeCreate } = await desk.configurator.data(
      `mutation ($input: OccurrenceTypeCreateInput!) {
         occurrenceTypeCreate(input: $input) { occurrenceType { id } ${userErrors} }
       }`,
      {
        input: {
          key,
          name: key,
          protocolTypeId: protocolTypes[0].id,
          viewMode: 'REQUEST',
          allowsAttendance: true,
          regulatoryKind: 'OMBUDSMAN_REANALYSIS',
          statuses,
          ...rest,
        },
      },
    );
    return saved(occurrenceTypeCreate).occurrenceType.id as string;
  };

  it('is one that takes them, and goes on taking them while it is named', async () => {
    const id = await create('ouvidoria', {});
    const other = await create('outro', { regulatoryKind: 'NON_ASSISTENTIAL' });
    const path = 'input.reanalysisTypeId';
    expect(found(await update({ reanalysisTypeId: 'oct_00000000000000000000000000' }))).toEqual([`NOT_FOUND ${path}`]);
    expect(found(await update({ reanalysisTypeId: other }))).toEqual([`INVALID ${path}`]);
    expect(found(await update({ reanalysisTypeId: id }, id))).toEqual([`INVALID ${path}`]);
    expect(saved(await update({ reanalysisTypeId: id })).occurrenceType.reanalysisType).toEqual({ key: 'ouvidoria' });
    for (const change of [{ active: false }, { regulatoryKind: null }, { viewMode: 'CHAT' }]) {
      expect(found(await update(change, id))).toEqual(['IN_USE input']);
    }
    expect(saved(await update({ reanalysisTypeId: null })).occurrenceType.reanalysisType).toBeNull();
    saved(await update({ active: false }, id));
  });

  it("is not another operator's", async () => {
    const beta = await desk.app.client('configurator', { operator: 'beta' });
    const mutation = `mutation { protocolTypeCreate(input: { key: "ans", name: "ANS", numbering: ANS }) {
      protocolType { id } ${userErrors} } }`;
    const protocolTypeId = saved((await beta.data(mutation)).protocolTypeCreate).protocolType.id;
    const input = { key: 'x', name: 'x', protocolTypeId, viewMode: 'REQUEST', allowsAttendance: true, statuses };
    const { occurrenceTypeCreate } = await beta.data(
      `mutation ($input: OccurrenceTypeCreateInput!) {
         occurrenceTypeCreate(input: $input) { occurrenceType { id } ${userErrors} }
       }`,
      { input: { ...input, reanalysisTypeId: desk.typeId } },
    );
    expect(found(occurrenceTypeCreate)).toEqual(['NOT_FOUND input.reanalysisTypeId']);
  });
});

it('a supervisor alone changes the kind of what is open, with a reason', async () => {
  const { id } = await open(desk.ana);
  const change = { regulatoryKind: 'URGENT', reason: 'Internação' };
  expect((await send(desk.carla, 'occurrenceUpdate', id, change)).error).toBe('FORBIDDEN');
  expect(refusals(await send(desk.paulo, 'occurrenceUpdate', id, { regulatoryKind: 'URGENT' }))).toEqual([
    'REQUIRED input.reason',
  ]);
  await done(desk.paulo, 'occurrenceUpdate', id, change);
  expect(await answerDue(id)).toBe(dueAt.URGENT);
});
