import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { TestStream } from '../../kit/stream.js';
import { saved, userErrors } from '../workflow/example.js';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk } from './desk.js';
import { rowCounts } from './rows.js';

const mutation = 'occurrenceRequestReanalysis';
const why = { reason: 'A cláusula não se aplica' };
const denialBasis = { reason: 'Fora da cobertura', provision: 'cláusula 12.3' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-25T02:45:00.000Z' });
});
afterAll(() => desk[Symbol.asyncDispose]());

const deny = (id: string) => done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'negado', denialBasis });
const denied = async (input: object = {}, client: TestClient = desk.ana): Promise<string> => {
  const { id } = await open(client, input);
  await done(desk.carla, 'occurrenceStartAttendance', id);
  await deny(id);
  return id;
};
const linksOf = async (client: TestClient, id: string) =>
  (
    await client.data(
      `query ($id: ID!) { occurrence(id: $id) {
         version type { key } description requester { id } beneficiary { id } closedAt
         regulatoryAnswer { state dueAt }
         reanalysisOf { id } reanalyses { id }
         history(last: 1) { nodes {
           __typename actor version
           ... on OccurrenceCreated { reanalysisOf { id } }
           ... on OccurrenceReanalysisRequested { reanalysis { id } }
         } }
       } }`,
      { id },
    )
  ).occurrence;
const createOmbudsman = async (key: string) => {
  const { protocolTypes } = await desk.carla.data('{ protocolTypes { id key } }');
  const statuses = [
    { key: 'recebido', isDefault: true },
    { key: 'mantida', resolves: true, closes: true, requiresDenialBasis: true },
    { key: 'em_sigilo', showInHistory: false },
  ].map((rest) => ({ internalDescription: 'x', externalDescription: 'Respondido', color: '#111111', ...rest }));
  const { occurrenceTypeCreate } = await desk.configurator.data(
    `mutation ($input: OccurrenceTypeCreateInput!) {
       occurrenceTypeCreate(input: $input) { occurrenceType { id } ${userErrors} }
     }`,
    {
      input: {
        key,
        name: key,
        protocolTypeId: protocolTypes.find((type: { key: string }) => type.key === 'interno').id,
        viewMode: 'REQUEST',
        allowsAttendance: true,
        regulatoryKind: 'OMBUDSMAN_REANALYSIS',
        statuses,
      },
    },
  );
  return saved(occurrenceTypeCreate).occurrenceType.id as string;
};

describe('occurrenceRequestReanalysis', () => {
  it('is not available while the operator has no type for it, and leaves nothing behind', async () => {
    const id = await denied();
    const before = await rowCounts(desk.app);
    const payload = await send(desk.ana, mutation, id, why);
    expect([payload.occurrence, payload.cursor, refusals(payload)]).toEqual([null, null, ['NOT_AVAILABLE id']]);
    expect(await rowCounts(desk.app)).toEqual(before);
    await createOmbudsman('ouvidoria');
  });

  it('opens a linked occurrence with a number and a clock of its own; both sides tell it', async () => {
    const id = await denied();
    // Past midnight in São Paulo.
    desk.app.clock.advance(30 * 60 * 1000);
    const { occurrence, cursor } = await done(desk.ana, mutation, id, why);
    expect(cursor).not.toBeNull();
    expect(occurrence).toMatchObject({
      version: 1,
      status: { key: 'recebido' },
      channel: 'APP',
      description: why.reason,
    });
    expect(occurrence.protocolNumber).toMatch(/^INT-/);
    for (const client of [desk.ana, desk.carla]) {
      expect(await linksOf(client, occurrence.id)).toMatchObject({
        type: { key: 'ouvidoria' },
        requester: { id: desk.ids.ana },
        beneficiary: { id: desk.ids.ana },
        // Seven business days from Wednesday the 25th.
        regulatoryAnswer: { state: 'ON_TRACK', dueAt: '2026-12-05T02:59:59.999Z' },
        reanalysisOf: { id },
        reanalyses: [],
        history: { nodes: [{ __typename: 'OccurrenceCreated', actor: 'Ana Souza', reanalysisOf: { id } }] },
      });
      expect(await linksOf(client, id)).toMatchObject({
        version: 4,
        reanalysisOf: null,
        reanalyses: [{ id: occurrence.id }],
        regulatoryAnswer: { state: 'MET' },
        history: {
          nodes: [
            {
              __typename: 'OccurrenceReanalysisRequested',
              actor: 'Ana Souza',
              version: 4,
              reanalysis: { id: occurrence.id },
            },
          ],
        },
      });
    }
  });

  it('is asked for of a closed one, by staff and systems for the member, and of a dependant by the holder', async () => {
    const id = await denied({ beneficiaryId: desk.ids.bia });
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'cancelado' });
    expect(refusals(await send(desk.carla, 'occurrenceNoteAdd', id, { body: 'x' }))).toEqual(['OCCURRENCE_CLOSED id']);
    const { occurrence } = await done(desk.ana, mutation, id, why);
    expect(await linksOf(desk.ana, occurrence.id)).toMatchObject({ beneficiary: { id: desk.ids.bia } });
    expect(await linksOf(desk.carla, id)).toMatchObject({ closedAt: expect.any(String), version: 5 });
    for (const [client, channel] of [
      [desk.davi, 'ATTENDANT'],
      [desk.erp, 'API'],
    ] as const) {
      const for_ = await done(client, mutation, await denied(), why);
      expect(for_.occurrence.channel).toBe(channel);
      expect(await linksOf(desk.ana, for_.occurrence.id)).toMatchObject({ requester: { id: desk.ids.ana } });
    }
  });

  it('gives the same back when asked again, by whomever and whatever it has become', async () => {
    const id = await denied();
    const first = await done(desk.ana, mutation, id, why);
    await done(desk.carla, 'occurrenceStartAttendance', first.occurrence.id);
    for (const client of [desk.ana, desk.carla]) {
      const again = await done(client, mutation, id, { reason: 'Outra razão' });
      expect([again.occurrence.id, again.cursor]).toEqual([first.occurrence.id, first.cursor]);
      expect(again.occurrence.description).toBe(why.reason);
    }
    expect((await linksOf(desk.carla, id)).version).toBe(4);
  });

  it('opens one for each denial: after reopening and another denial there is another', async () => {
    const id = await denied();
    const first = await done(desk.ana, mutation, id, { ...why, idempotencyKey: 'um' });
    await done(desk.carla, 'occurrenceChangeStatus', id, { statusKey: 'em_analise' });
    expect(refusals(await send(desk.zoe, mutation, id, why))).toEqual(['NOT_FOUND id']);
    expect(refusals(await send(desk.ana, mutation, first.occurrence.id, why))).toEqual(['NOT_AVAILABLE id']);
    await deny(id);
    const second = await done(desk.ana, mutation, id, { ...why, idempotencyKey: 'dois' });
    expect(second.occurrence.id).not.toBe(first.occurrence.id);
    expect((await linksOf(desk.ana, id)).reanalyses).toEqual([
      { id: first.occurrence.id },
      { id: second.occurrence.id },
    ]);
    const late = await done(desk.ana, mutation, id, { ...why, idempotencyKey: 'um' });
    expect([late.occurrence.id, late.cursor]).toEqual([first.occurrence.id, first.cursor]);
    const other = { reason: 'Outra', idempotencyKey: 'um' };
    expect(refusals(await send(desk.ana, mutation, id, other))).toEqual(['IDEMPOTENCY_MISMATCH input.idempotencyKey']);
  });

  it('opens one when fifty ask for it at once, and each is given that one', async () => {
    const id = await denied();
    const clients = [desk.ana, desk.carla, desk.davi, desk.erp];
    const before = await rowCounts(desk.app);
    const payloads = await Promise.all(
      Array.from({ length: 50 }, (_, i) => done(clients[i % clients.length]!, mutation, id, why)),
    );
    expect(new Set(payloads.map(({ occurrence }) => occurrence.id)).size).toBe(1);
    expect(new Set(payloads.map(({ cursor }) => cursor)).size).toBe(1);
    const after = await rowCounts(desk.app);
    expect([
      after['occurrence']! - before['occurrence']!,
      after['occurrence_event']! - before['occurrence_event']!,
    ]).toEqual([1, 2]);
  });

  it('reaches whoever follows the denied one, and the queue, at once', async () => {
    const id = await denied();
    const follow = `subscription ($id: ID!) { occurrenceUpdates(occurrenceId: $id) {
      kind cursor event { __typename ... on OccurrenceReanalysisRequested { reanalysis { id } } }
    } }`;
    const queue = 'subscription { queueUpdates(filter: { typeKeys: ["ouvidoria"] }) { kind occurrenceId } }';
    await using member = new TestStream<any>(desk.ana, follow, { id });
    await using panel = new TestStream<any>(desk.carla, queue, {});
    await Promise.all([member.next(), panel.next()]);
    const { occurrence, cursor } = await done(desk.ana, mutation, id, why);
    expect((await member.next()).occurrenceUpdates).toEqual({
      kind: 'UPDATED',
      cursor,
      event: { __typename: 'OccurrenceReanalysisRequested', reanalysis: { id: occurrence.id } },
    });
    expect((await panel.next()).queueUpdates).toEqual({ kind: 'ENTERED', occurrenceId: occurrence.id });
  });

  it('shows a member neither side of what they cannot see', async () => {
    // For Zoe, asked for by Ana on the phone: each sees it, and what she asks for herself is hers alone.
    const id = await denied({ beneficiaryId: desk.ids.zoe, requesterId: desk.ids.ana }, desk.carla);
    const { occurrence } = await done(desk.zoe, mutation, id, why);
    const seen = await linksOf(desk.ana, id);
    expect([seen.reanalyses, seen.history.nodes[0].reanalysis]).toEqual([[], null]);
    expect(refusals(await send(desk.ana, mutation, id, why))).toEqual(['TAKEN id']);
    await done(desk.erp, 'occurrenceChangeStatus', occurrence.id, { statusKey: 'em_sigilo' });
    expect((await linksOf(desk.zoe, id)).reanalyses).toEqual([]);
    expect(refusals(await send(desk.zoe, mutation, id, why))).toEqual(['TAKEN id']);
    expect((await linksOf(desk.carla, id)).reanalyses).toEqual([{ id: occurrence.id }]);
  });

  it.each<[string, () => TestClient, () => Promise<string>, object, string[]]>([
    ['what is not denied', () => desk.ana, async () => (await open(desk.ana)).id, why, ['INVALID id']],
    ['a denial of somebody else’s', () => desk.zoe, () => denied(), why, ['NOT_FOUND id']],
    [
      'no reason, and a chat',
      () => desk.ana,
      () => denied(),
      { reason: ' ', channel: 'CHAT' },
      ['REQUIRED input.reason', 'VIEW_MODE_MISMATCH input.channel'],
    ],
  ])('refuses %s, and leaves nothing behind', async (_, client, of, input, expected) => {
    const id = await of();
    const before = await rowCounts(desk.app);
    const payload = await send(client(), mutation, id, input);
    expect([payload.occurrence, refusals(payload)]).toEqual([null, expected]);
    expect(await rowCounts(desk.app)).toEqual(before);
  });

  it('is forbidden to a configurator, and missing to another operator', async () => {
    const id = await denied();
    expect((await send(desk.configurator, mutation, id, why)).error).toBe('FORBIDDEN');
    const beta = await desk.app.client('supervisor', { operator: 'beta' });
    expect(refusals(await send(beta, mutation, id, why))).toEqual(['NOT_FOUND id']);
  });

  it('is of the type that the denied one’s names, where there are several, and of none where none is named', async () => {
    const other = await createOmbudsman('ouvidoria_dois');
    const id = await denied();
    expect(refusals(await send(desk.ana, mutation, id, why))).toEqual(['NOT_AVAILABLE id']);
    const { occurrenceTypeUpdate } = await desk.configurator.data(
      `mutation ($id: ID!, $input: OccurrenceTypeUpdateInput!) {
         occurrenceTypeUpdate(id: $id, input: $input) { ${userErrors} }
       }`,
      { id: desk.typeId, input: { reanalysisTypeId: other } },
    );
    saved(occurrenceTypeUpdate);
    const { occurrence } = await done(desk.ana, mutation, id, why);
    expect((await linksOf(desk.carla, occurrence.id)).type).toEqual({ key: 'ouvidoria_dois' });
  });

  it('is held to its denial by the database: of the same operator, and one for each', async () => {
    const id = await denied();
    const { occurrence } = await done(desk.ana, mutation, id, why);
    const { id: another } = await open(desk.ana);
    const link = (operatorId: string, version: number) =>
      desk.app.database.transaction({ operatorId }, (em) =>
        em.execute(
          `update occurrence set reanalysis_of_id = ?, reanalysis_of_version = ? where operator_id = ? and id = ?`,
          [id, version, operatorId, another],
        ),
      );
    const { alfa } = desk.app.operators;
    await expect(link(alfa, 3)).rejects.toThrow('occurrence_reanalysis_of');
    await expect(link(alfa, 99)).rejects.toThrow('reanalysis_of_denial');
    expect((await linksOf(desk.carla, another)).reanalysisOf).toBeNull();
    expect((await linksOf(desk.carla, occurrence.id)).reanalysisOf).toEqual({ id });
  });
});
