import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk, storedUpload } from './desk.js';
import { rowCounts } from './rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-25T01:15:00.000Z' });
});
afterAll(() => desk[Symbol.asyncDispose]());

const input = (rest: object = {}) => ({
  typeKey: 'reembolso',
  description: 'Consulta de março',
  intake: { valor: 250 },
  ...rest,
});

const details = (id: string) =>
  desk.carla.data(
    `query ($id: ID!) {
       occurrence(id: $id) {
         version channel requester { id } beneficiary { id } feature { key } intake intakeForm { version }
         tabs { tab { key } entries { data } }
         attachments { id fileName visibleToBeneficiary }
         history { nodes { __typename version actor } }
       }
     }`,
    { id },
  );

describe('occurrenceCreate', () => {
  it('opens in the default status, with the number of its day in the operator’s zone and one event', async () => {
    const { occurrence, cursor } = await done(desk.ana, 'occurrenceCreate', null, input());
    expect(occurrence).toMatchObject({ version: 1, status: { key: 'solicitado' }, channel: 'APP' });
    expect(occurrence.protocolNumber).toMatch(/^99999120261124\d{6}$/);
    expect(cursor).not.toBeNull();
    const { occurrence: found } = await details(occurrence.id);
    expect(found).toMatchObject({
      requester: { id: desk.ids.ana },
      beneficiary: { id: desk.ids.ana },
      feature: null,
      intake: { valor: 250 },
      intakeForm: { version: 1 },
      history: { nodes: [{ __typename: 'OccurrenceCreated', version: 1, actor: 'Ana Souza' }] },
    });
    expect(found.tabs).toContainEqual({ tab: { key: 'dados' }, entries: [{ data: { valor: 250 } }] });
  });

  it('a member opens for a dependant, through a feature', async () => {
    const { id } = await open(desk.ana, { typeKey: null, featureKey: 'reembolso_app', beneficiaryId: desk.ids.bia });
    const { occurrence } = await details(id);
    expect(occurrence).toMatchObject({
      requester: { id: desk.ids.ana },
      beneficiary: { id: desk.ids.bia },
      feature: { key: 'reembolso_app' },
    });
  });

  it('staff and systems open for anybody, each by their own channel', async () => {
    const byStaff = await open(desk.carla, { beneficiaryId: desk.ids.zoe });
    expect(byStaff.channel).toBe('ATTENDANT');
    const bySystem = await open(desk.erp, {
      beneficiaryId: desk.ids.bia,
      requesterId: desk.ids.zoe,
      regulatoryKind: 'URGENT',
    });
    expect(bySystem.channel).toBe('API');
    expect((await details(bySystem.id)).occurrence).toMatchObject({
      requester: { id: desk.ids.zoe },
      beneficiary: { id: desk.ids.bia },
    });
    expect((await open(desk.carla, { beneficiaryId: desk.ids.zoe, channel: 'PHONE' })).channel).toBe('PHONE');
  });

  it('a chat is opened by the channel CHAT, and its first answer has the number', async () => {
    const chat = { typeKey: 'conversa', intake: null, channel: 'CHAT' };
    const { channel, protocolNumber } = await open(desk.ana, chat);
    expect(channel).toBe('CHAT');
    expect(protocolNumber).toMatch(/^99999120261124\d{6}$/);
  });

  it('numbers of a sequential type have prefix and running number', async () => {
    const internal = { typeKey: 'interna', intake: null, beneficiaryId: desk.ids.zoe };
    expect((await open(desk.carla, internal)).protocolNumber).toBe('INT-1');
    expect((await open(desk.carla, { ...internal, protocolNumber: 'INT-1' })).protocolNumber).toBe('INT-1');
    expect((await open(desk.carla, internal)).protocolNumber).toBe('INT-2');
  });

  it('a file that the intake names is attached along with it', async () => {
    const recibo = await storedUpload(desk, 'ana');
    const { id } = await open(desk.ana, { intake: { valor: 1, recibo } });
    const { occurrence } = await details(id);
    expect(occurrence.attachments).toEqual([
      { id: expect.stringMatching(/^atc_/), fileName: 'recibo.pdf', visibleToBeneficiary: true },
    ]);
    expect(occurrence.intake).toEqual({ valor: 1, recibo: occurrence.attachments[0].id });
    expect(refusals(await send(desk.ana, 'occurrenceCreate', null, input({ intake: { valor: 1, recibo } })))).toEqual([
      'FORM_INVALID input.intake.recibo',
    ]);
  });

  it('the same key gives the same occurrence back as it is now, and the same cursor', async () => {
    const keyed = input({ idempotencyKey: 'chave-1' });
    const first = await done(desk.ana, 'occurrenceCreate', null, keyed);
    await done(desk.carla, 'occurrenceStartAttendance', first.occurrence.id);
    const again = await done(desk.ana, 'occurrenceCreate', null, { ...keyed, featureKey: null });
    expect(again.occurrence).toMatchObject({ id: first.occurrence.id, version: 2, status: { key: 'em_analise' } });
    expect(again.cursor).toBe(first.cursor);
    const other = await send(desk.ana, 'occurrenceCreate', null, { ...keyed, description: 'Outra' });
    expect(refusals(other)).toEqual(['IDEMPOTENCY_MISMATCH input.idempotencyKey']);
    expect((await open(desk.zoe, keyed)).id).not.toBe(first.occurrence.id);
  });

  it('a key whose attempt was refused is free, and one of seven days ago too', async () => {
    const keyed = input({ idempotencyKey: 'chave-2' });
    await send(desk.ana, 'occurrenceCreate', null, { ...keyed, description: ' ' });
    const first = await open(desk.ana, keyed);
    desk.app.clock.advance(7 * 24 * 3_600_000);
    const ana = await desk.app.client('beneficiary', { subject: 'ana', name: 'Ana Souza' });
    expect((await open(ana, keyed)).id).not.toBe(first.id);
    desk.app.clock.advance(-7 * 24 * 3_600_000);
  });

  it('what a member may not see of their own is in the payload of its creation, and nowhere else', async () => {
    const hide = (showInHistory: boolean) =>
      desk.configurator.data(
        `mutation ($id: ID!, $input: StatusUpdateInput!) { statusUpdate(id: $id, input: $input) { userErrors { code } } }`,
        { id: desk.statuses['solicitado'], input: { showInHistory } },
      );
    await hide(false);
    const { id } = await open(desk.ana);
    const { occurrence } = await desk.ana.data('query ($id: ID!) { occurrence(id: $id) { id } }', { id });
    expect(occurrence).toBeNull();
    expect(refusals(await send(desk.ana, 'occurrenceMessagePost', id, { body: 'Oi' }))).toEqual(['NOT_FOUND id']);
    await hide(true);
  });
});

describe('occurrenceCreate refuses', () => {
  const member = () => desk.ana;
  const staff = () => desk.carla;
  const system = () => desk.erp;
  it.each<[string, () => Desk['ana'], object, string[]]>([
    ['no type', member, { typeKey: null }, ['REQUIRED input.typeId']],
    ['two names of a type', member, { featureKey: 'reembolso_app' }, ['INVALID input.featureKey']],
    ['an unknown type', member, { typeKey: 'nada' }, ['NOT_FOUND input.typeKey']],
    ['an unknown id of a type', member, { typeKey: null, typeId: 'nada' }, ['NOT_FOUND input.typeId']],
    ['an unknown feature', member, { typeKey: null, featureKey: 'x' }, ['NOT_FOUND input.featureKey']],
    ['a type that no feature opens', member, { typeKey: 'interna', intake: null }, ['NOT_FOUND input.typeKey']],
    ['a blank description', member, { description: ' ' }, ['REQUIRED input.description']],
    ['no intake', member, { intake: null }, ['REQUIRED input.intake']],
    ['an intake that nobody asked for', member, { typeKey: 'segunda_via' }, ['INVALID input.intake']],
    [
      'a wrong intake',
      member,
      { intake: { valor: -1, x: 1 } },
      ['FORM_INVALID input.intake.x', 'FORM_INVALID input.intake.valor'],
    ],
    ['a chat by the app', member, { typeKey: 'conversa', intake: null }, ['VIEW_MODE_MISMATCH input.channel']],
    ['another channel’s chat', member, { channel: 'CHAT' }, ['VIEW_MODE_MISMATCH input.channel']],
    ['a kind named by a member', member, { regulatoryKind: 'URGENT' }, ['ROLE_NOT_ALLOWED input.regulatoryKind']],
    ['an unknown number', member, { protocolNumber: '99999120261124999999' }, ['NOT_FOUND input.protocolNumber']],
    [
      'an unknown number of staff',
      staff,
      { protocolNumber: 'X' },
      ['REQUIRED input.beneficiaryId', 'NOT_FOUND input.protocolNumber'],
    ],
    ['a malformed number', member, { protocolNumber: 'a\nb' }, ['INVALID input.protocolNumber']],
    ['a malformed key', member, { idempotencyKey: 'ç' }, ['INVALID input.idempotencyKey']],
    ['an unknown member', system, { beneficiaryId: 'ben_x' }, ['NOT_FOUND input.beneficiaryId']],
  ])('%s', async (_, client, change, expected) => {
    const before = await rowCounts(desk.app);
    const payload = await send(client(), 'occurrenceCreate', null, input(change));
    expect(refusals(payload).toSorted()).toEqual(expected.toSorted());
    expect(payload).toMatchObject({ occurrence: null, cursor: null });
    expect(await rowCounts(desk.app)).toEqual(before);
  });

  it('a member who is not the caller’s dependant, and any requester but the caller', async () => {
    const for_ = (beneficiaryId: string) => send(desk.ana, 'occurrenceCreate', null, input({ beneficiaryId }));
    expect(refusals(await for_(desk.ids.zoe))).toEqual(['NOT_FOUND input.beneficiaryId']);
    const asked = await send(desk.ana, 'occurrenceCreate', null, input({ requesterId: desk.ids.bia }));
    expect(refusals(asked)).toEqual(['NOT_FOUND input.requesterId']);
  });

  it.each([
    ['of another subject', 'zoe', {}],
    ['that is not there yet', 'ana', { stored: false }],
    ['of a type that the field does not take', 'ana', { contentType: 'image/png' }],
    ['larger than the field takes', 'ana', { byteSize: 1024 * 1024 + 1 }],
  ])('a file %s', async (_, subject, file) => {
    const recibo = await storedUpload(desk, subject, file);
    const payload = await send(desk.ana, 'occurrenceCreate', null, input({ intake: { valor: 1, recibo } }));
    expect(refusals(payload)).toEqual(['FORM_INVALID input.intake.recibo']);
  });

  it('who may not open occurrences at all', async () => {
    expect((await send(desk.configurator, 'occurrenceCreate', null, input())).error).toBe('FORBIDDEN');
  });
});
