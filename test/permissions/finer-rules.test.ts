import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../kit/client.js';
import { done, open, refusals, send } from '../operations/occurrences/change.js';
import { type Desk, openDesk } from '../operations/occurrences/desk.js';
import { snapshotOf } from './snapshot.js';

type Who = 'ana' | 'zoe' | 'carla' | 'paulo' | 'configurator' | 'erp' | 'reader';

let desk: Desk;
let clients: Readonly<Record<Who, TestClient>>;
/** Opened by Ana for herself; attended to by Carla; closed. */
let ids: Readonly<Record<'waiting' | 'attended' | 'closed', string>>;

beforeAll(async () => {
  desk = await openDesk();
  const reader = await desk.app.client('integration', { subject: 'bi', scopes: ['occurrence:read'] });
  const { ana, zoe, carla, paulo, configurator, erp } = desk;
  clients = { ana, zoe, carla, paulo, configurator, erp, reader };
  const [waiting, attended, closed] = await Promise.all([open(desk.ana), open(desk.ana), open(desk.ana)]);
  await done(desk.carla, 'occurrenceStartAttendance', attended.id);
  await done(desk.paulo, 'occurrenceChangeStatus', closed.id, { statusKey: 'cancelado' });
  ids = { waiting: waiting.id, attended: attended.id, closed: closed.id };
  // Whoever is seen for the first time is written down: here, and not where nothing may be.
  for (const client of Object.values(clients)) await client.data('{ viewer { id } }');
});
afterAll(() => desk[Symbol.asyncDispose]());

const opening = { typeKey: 'reembolso', description: 'Consulta', intake: { valor: 1 } };
const urgent = { regulatoryKind: 'URGENT', reason: 'Risco' };

type Attempt = readonly [
  what: string,
  who: Who,
  mutation: string,
  on: keyof typeof ids | null,
  input: (desk: Desk) => object,
  answer: string,
];

describe('what is refused, and leaves no trace', () => {
  it.each<Attempt>([
    [
      'a beneficiary opens for somebody who is not their dependant',
      'ana',
      'occurrenceCreate',
      null,
      ({ ids: { zoe } }) => ({ ...opening, beneficiaryId: zoe }),
      'NOT_FOUND input.beneficiaryId',
    ],
    [
      'a beneficiary opens in the name of another',
      'ana',
      'occurrenceCreate',
      null,
      ({ ids: { bia } }) => ({ ...opening, requesterId: bia }),
      'NOT_FOUND input.requesterId',
    ],
    [
      'a beneficiary names the regulatory kind',
      'ana',
      'occurrenceCreate',
      null,
      () => ({ ...opening, regulatoryKind: 'URGENT' }),
      'ROLE_NOT_ALLOWED input.regulatoryKind',
    ],
    ['a configurator opens', 'configurator', 'occurrenceCreate', null, () => opening, 'FORBIDDEN'],
    [
      'an attendant assigns others',
      'carla',
      'occurrenceAssign',
      'waiting',
      ({ ids: { davi } }) => ({ attendantId: davi }),
      'FORBIDDEN',
    ],
    ['an attendant reopens', 'carla', 'occurrenceReopen', 'closed', () => ({}), 'FORBIDDEN'],
    ['a system reopens without the scope', 'reader', 'occurrenceReopen', 'closed', () => ({}), 'FORBIDDEN'],
    ['an attendant sets the regulatory kind', 'carla', 'occurrenceUpdate', 'waiting', () => urgent, 'FORBIDDEN'],
    ['a system sets the regulatory kind', 'erp', 'occurrenceUpdate', 'waiting', () => urgent, 'FORBIDDEN'],
    ['a beneficiary sets the regulatory kind', 'ana', 'occurrenceUpdate', 'waiting', () => urgent, 'FORBIDDEN'],
    [
      'an attendant sets it along with a description',
      'carla',
      'occurrenceUpdate',
      'waiting',
      () => ({ ...urgent, description: 'Outra' }),
      'FORBIDDEN',
    ],
    [
      'a beneficiary corrects once attendance has started',
      'ana',
      'occurrenceUpdate',
      'attended',
      () => ({ description: 'Outra' }),
      'ROLE_NOT_ALLOWED input.description',
    ],
    [
      'a beneficiary corrects what is not theirs',
      'zoe',
      'occurrenceUpdate',
      'waiting',
      () => ({ description: 'Outra' }),
      'NOT_FOUND id',
    ],
    ['a beneficiary writes a note', 'ana', 'occurrenceNoteAdd', 'waiting', () => ({ body: 'x' }), 'FORBIDDEN'],
    [
      'a beneficiary fills in a tab that staff alone fill in',
      'ana',
      'occurrenceTabEntrySave',
      'waiting',
      () => ({ tabKey: 'despesas', data: { valor: 1 } }),
      'ROLE_NOT_ALLOWED input.tabKey',
    ],
    [
      'a beneficiary fills in a tab that they do not see',
      'ana',
      'occurrenceTabEntrySave',
      'waiting',
      () => ({ tabKey: 'parecer', data: { parecer: 'x' } }),
      'NOT_FOUND input.tabKey',
    ],
    [
      'a beneficiary writes to what is not theirs',
      'zoe',
      'occurrenceMessagePost',
      'waiting',
      () => ({ body: 'x' }),
      'NOT_FOUND id',
    ],
    ['a configurator writes', 'configurator', 'occurrenceMessagePost', 'waiting', () => ({ body: 'x' }), 'FORBIDDEN'],
    [
      'a beneficiary moves',
      'ana',
      'occurrenceChangeStatus',
      'waiting',
      () => ({ statusKey: 'cancelado' }),
      'FORBIDDEN',
    ],
    [
      'an attendant moves to where supervisors alone may',
      'carla',
      'occurrenceChangeStatus',
      'waiting',
      () => ({ statusKey: 'auditoria' }),
      'ROLE_NOT_ALLOWED input.statusKey',
    ],
    [
      'a system moves to where supervisors alone may',
      'erp',
      'occurrenceChangeStatus',
      'waiting',
      () => ({ statusKey: 'auditoria' }),
      'ROLE_NOT_ALLOWED input.statusKey',
    ],
    ['a system starts attendance', 'erp', 'occurrenceStartAttendance', 'waiting', () => ({}), 'FORBIDDEN'],
    [
      'a system assigns',
      'erp',
      'occurrenceAssign',
      'waiting',
      ({ ids: { davi } }) => ({ attendantId: davi }),
      'FORBIDDEN',
    ],
  ])('%s', async (_, who, mutation, on, input, answer) => {
    const { alfa } = desk.app.operators;
    const before = await snapshotOf(desk.app, alfa);
    const payload = await send(clients[who], mutation, on && ids[on], input(desk));
    expect(payload.error ? [payload.error] : refusals(payload)).toEqual([answer]);
    expect(await snapshotOf(desk.app, alfa)).toBe(before);
  });
});

describe('what is done for those who may', () => {
  const ofAna = async () => (await open(desk.ana)).id;
  const closed = async () => {
    const id = await ofAna();
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    return id;
  };

  it.each<[string, Who, string, () => Promise<string | null>, (desk: Desk) => object]>([
    [
      'a beneficiary opens for a dependant',
      'ana',
      'occurrenceCreate',
      async () => null,
      ({ ids: { bia } }) => ({ ...opening, beneficiaryId: bia }),
    ],
    [
      'an attendant opens for anybody, in the name of another',
      'carla',
      'occurrenceCreate',
      async () => null,
      ({ ids: { ana, zoe } }) => ({ ...opening, beneficiaryId: ana, requesterId: zoe }),
    ],
    ['an attendant takes it', 'carla', 'occurrenceAssign', ofAna, ({ ids: { carla } }) => ({ attendantId: carla })],
    ['an attendant gives it back', 'carla', 'occurrenceAssign', ofAna, () => ({ attendantId: null })],
    ['a supervisor assigns others', 'paulo', 'occurrenceAssign', ofAna, ({ ids: { davi } }) => ({ attendantId: davi })],
    ['a supervisor reopens', 'paulo', 'occurrenceReopen', closed, () => ({})],
    ['a system reopens', 'erp', 'occurrenceReopen', closed, () => ({})],
    ['a supervisor sets the regulatory kind', 'paulo', 'occurrenceUpdate', ofAna, () => urgent],
    [
      'a beneficiary corrects before attendance starts',
      'ana',
      'occurrenceUpdate',
      ofAna,
      () => ({ description: 'Outra' }),
    ],
    ['an attendant writes a note', 'carla', 'occurrenceNoteAdd', ofAna, () => ({ body: 'x' })],
    [
      'an attendant fills in a tab of staff',
      'carla',
      'occurrenceTabEntrySave',
      ofAna,
      () => ({ tabKey: 'parecer', data: { parecer: 'x' } }),
    ],
    ['a beneficiary writes', 'ana', 'occurrenceMessagePost', ofAna, () => ({ body: 'x' })],
    ['a supervisor moves there', 'paulo', 'occurrenceChangeStatus', ofAna, () => ({ statusKey: 'auditoria' })],
  ])('%s', async (_, who, mutation, on, input) => {
    const payload = await send(clients[who], mutation, await on(), input(desk));
    expect(payload.error ? [payload.error] : refusals(payload)).toEqual([]);
    expect(payload.occurrence).not.toBeNull();
  });

  it('a beneficiary fills in a tab that they fill in', async () => {
    const id = await ofAna();
    const { occurrence } = await desk.ana.data(
      'query ($id: ID!) { occurrence(id: $id) { tabs { tab { key } entries { id } } } }',
      { id },
    );
    const entryId = occurrence.tabs.find((one: any) => one.tab.key === 'dados').entries[0].id;
    const input = { tabKey: 'dados', entryId, data: { valor: 300 } };
    expect((await done(desk.ana, 'occurrenceTabEntrySave', id, input)).tabEntry.data).toEqual({ valor: 300 });
  });
});

describe('what is read of the configuration', () => {
  const actions = '{ occurrenceType(key: "reembolso") { actions { key config condition } } }';
  const actionsFor = async (client: TestClient) => (await client.data(actions)).occurrenceType.actions;

  it.each(['carla', 'paulo', 'erp'] as const)('%s sees actions without their configuration', async (who) => {
    const seen = await actionsFor(clients[who]);
    expect(seen).toHaveLength(5);
    expect(seen.map(({ config, condition }: any) => [config, condition])).toEqual(seen.map(() => [{}, null]));
  });

  it('a configurator sees it, secrets masked', async () => {
    const seen = await actionsFor(desk.configurator);
    const hook = seen.find(({ key }: any) => key === 'hook_solicitado');
    expect(hook.config).toMatchObject({ url: 'https://erp.example/hooks', secret: 'whsec_********' });
  });

  it('a system that reads occurrences alone sees no actions by way of one', async () => {
    const query = 'query ($id: ID!) { occurrence(id: $id) { type { key actions { key } } } }';
    const typeFor = async (client: TestClient) => (await client.data(query, { id: ids.waiting })).occurrence.type;
    expect(await typeFor(clients.reader)).toEqual({ key: 'reembolso', actions: [] });
    expect((await typeFor(clients.erp)).actions).toHaveLength(5);
  });
});
