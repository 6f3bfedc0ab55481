import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OccurrenceRow } from '../../../src/modules/occurrences/occurrence.entity.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { TestStream } from '../../kit/stream.js';
import { Stored, type Who } from './stored.js';

const query = `query ($id: ID!, $number: String!, $note: ID!, $entry: ID!, $message: ID!, $attachment: ID!) {
  occurrence(id: $id) { id }
  node(id: $id) { id }
  protocol(number: $number) { number occurrences { id } }
  note: node(id: $note) { id }
  entry: node(id: $entry) { id }
  message: node(id: $message) { id }
  attachment: node(id: $attachment) { id }
}`;

interface Told {
  occurrence: OccurrenceRow;
  note: string;
  entry: string;
  message: string;
  attachment: string;
}

describe('what a beneficiary sees', () => {
  let app: TestApp;
  let stored: Stored;
  let clients: Record<'ana' | 'hugo' | 'bia' | 'zoe' | 'staff', TestClient>;
  let family: Record<'ana' | 'hugo' | 'bia' | 'zoe', string>;

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    const hugo = await stored.member('Hugo', { subject: 'hugo' });
    family = {
      hugo,
      ana: await stored.member('Ana', { subject: 'ana', holderId: hugo }),
      bia: await stored.member('Bia', { subject: 'bia', holderId: hugo }),
      zoe: await stored.member('Zoé', { subject: 'zoe' }),
    };
    const member = (subject: string) => app.client('beneficiary', { subject });
    clients = {
      ana: await member('ana'),
      hugo: await member('hugo'),
      bia: await member('bia'),
      zoe: await member('zoe'),
      staff: await app.client('attendant'),
    };
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** An occurrence with something public of every sort. */
  async function told(requester: keyof typeof family, beneficiary: keyof typeof family): Promise<Told> {
    const who: Who = { kind: 'BENEFICIARY', id: family[requester], name: requester };
    const occurrence = await stored.occurrence({
      requesterId: family[requester],
      beneficiaryId: family[beneficiary],
    });
    return {
      occurrence,
      note: await stored.note(occurrence, 'oi', 'PUBLIC'),
      entry: await stored.entry(occurrence, 'dados', {}, who),
      message: await stored.message(occurrence, 'oi', who),
      attachment: await stored.attachment(occurrence, 'a.pdf', true),
    };
  }

  /** Whether they see it by whatever door; all doors agree. */
  async function sees(client: TestClient, { occurrence, ...ids }: Told): Promise<boolean> {
    const { id, protocolNumber: number } = occurrence;
    const data = await client.data(query, { id, number, ...ids });
    const through = client === clients.staff ? 'occurrences' : 'myOccurrences';
    const list = (await client.data(`{ ${through}(first: 100) { nodes { id } } }`))[through];
    const doors = [
      data.occurrence?.id === id,
      data.node?.id === id,
      data.protocol?.occurrences[0]?.id === id,
      data.note?.id === ids.note,
      data.entry?.id === ids.entry,
      data.message?.id === ids.message,
      data.attachment?.id === ids.attachment,
      list.nodes.some((node: { id: string }) => node.id === id),
    ];
    expect(new Set(doors).size, JSON.stringify(doors)).toBe(1);
    return doors[0]!;
  }

  const whoSees = async (one: Told): Promise<string[]> => {
    const names: string[] = [];
    for (const [name, client] of Object.entries(clients)) if (await sees(client, one)) names.push(name);
    return names;
  };

  it.each([
    ['ana', 'ana', ['ana', 'hugo', 'staff']],
    ['hugo', 'ana', ['ana', 'hugo', 'staff']],
    ['zoe', 'ana', ['ana', 'hugo', 'zoe', 'staff']],
    ['hugo', 'hugo', ['hugo', 'staff']],
    ['ana', 'zoe', ['ana', 'zoe', 'staff']],
    ['zoe', 'zoe', ['zoe', 'staff']],
  ] as const)('asked by %s for %s: %j see it', async (requester, beneficiary, expected) => {
    expect(await whoSees(await told(requester, beneficiary))).toEqual(expected);
  });

  it('nothing of it by any door while its status is hidden, and all of it afterwards', async () => {
    const one = await told('ana', 'ana');
    await stored.move(one.occurrence, 'auditoria');
    expect(await whoSees(one)).toEqual(['staff']);
    await stored.move(one.occurrence, 'negado');
    expect(await whoSees(one)).toEqual(['ana', 'hugo', 'staff']);
  });

  it('a status is hidden as it is configured now', async () => {
    const one = await told('ana', 'ana');
    await stored.configureStatus('solicitado', { showInHistory: false });
    expect(await whoSees(one)).toEqual(['staff']);
    await stored.configureStatus('solicitado', { showInHistory: true });
    expect(await whoSees(one)).toEqual(['ana', 'hugo', 'staff']);
  });

  it('of a protocol with several occurrences those that are visible', async () => {
    const number = '99999120261124000777';
    const rows = [
      await stored.occurrence({ beneficiaryId: family.ana, protocolNumber: number }),
      await stored.occurrence({ beneficiaryId: family.ana, protocolNumber: number, status: 'auditoria' }),
      await stored.occurrence({ beneficiaryId: family.zoe, protocolNumber: number }),
    ];
    const of = async (client: TestClient) => {
      const { protocol } = await client.data(
        'query ($number: String!) { protocol(number: $number) { number issuedAt occurrences { id } } }',
        { number },
      );
      return protocol?.occurrences.map(({ id }: { id: string }) => rows.findIndex((row) => row.id === id));
    };
    expect(await of(clients.staff)).toEqual([0, 1, 2]);
    expect(await of(clients.ana)).toEqual([0]);
    expect(await of(clients.zoe)).toEqual([2]);
    expect(await of(clients.bia)).toBeUndefined();
    expect(await of(await app.client('attendant', { operator: 'beta' }))).toBeUndefined();
  });

  it('no note, entry or attachment that is for staff, by its id either', async () => {
    const occurrence = await stored.occurrence({ beneficiaryId: family.ana });
    const ids = [
      await stored.note(occurrence, 'por dentro', 'INTERNAL'),
      await stored.entry(occurrence, 'parecer', {}),
      await stored.attachment(occurrence, 'laudo.pdf', false),
    ];
    for (const id of ids) {
      const node = 'query ($id: ID!) { node(id: $id) { id } }';
      expect((await clients.ana.data(node, { id })).node).toBeNull();
      expect((await clients.staff.data(node, { id })).node).toEqual({ id });
    }
  });

  it('a file that another member keeps to themselves: by no door, though the occurrence is theirs too', async () => {
    const bia: Who = { kind: 'BENEFICIARY', id: family.bia, name: 'bia' };
    const occurrence = await stored.occurrence({ requesterId: family.bia, beneficiaryId: family.bia });
    const follow = 'subscription { myOccurrenceUpdates { kind event { __typename } } }';
    await using hugos = new TestStream<any>(clients.hugo, follow);
    await using bias = new TestStream<any>(clients.bia, follow);
    await Promise.all([hugos.next(), bias.next()]);
    const id = await stored.attachment(occurrence, 'laudo.pdf', false, bia);
    await stored.note(occurrence, 'oi', 'PUBLIC');

    const doors = `query ($id: ID!, $occurrence: ID!) { node(id: $id) { id }
      occurrence(id: $occurrence) { attachments { id } history(last: 9) { nodes { __typename } } } }`;
    const variables = { id, occurrence: occurrence.id };
    const added = { __typename: 'OccurrenceAttachmentAdded' };
    const own = await clients.bia.data(doors, variables);
    expect(own).toMatchObject({ node: { id }, occurrence: { attachments: [{ id }] } });
    expect(own.occurrence.history.nodes).toContainEqual(added);
    const others = await clients.hugo.data(doors, variables);
    expect(others).toMatchObject({ node: null, occurrence: { attachments: [] } });
    expect(others.occurrence.history.nodes).not.toContainEqual(added);
    expect((await bias.next()).myOccurrenceUpdates.event).toEqual(added);
    expect((await hugos.next()).myOccurrenceUpdates.event).toEqual({ __typename: 'OccurrenceNoteAdded' });
  });

  it('nobody works on anything, whatever is asked of the filter', async () => {
    const zoe = await stored.member('Zilda', { subject: 'zilda' });
    const attendantId = await stored.attendant('carla');
    for (const of of [attendantId, null]) await stored.occurrence({ beneficiaryId: zoe, attendantId: of });
    const zilda = await app.client('beneficiary', { subject: 'zilda' });
    const counted = async (filter: object) =>
      (
        await zilda.data('query ($filter: OccurrenceFilter) { myOccurrences(filter: $filter) { totalCount } }', {
          filter,
        })
      ).myOccurrences.totalCount;
    expect(await counted({})).toBe(2);
    expect(await counted({ unassigned: true })).toBe(2);
    expect(await counted({ mine: false })).toBe(2);
    expect(await counted({ unassigned: false })).toBe(0);
    expect(await counted({ mine: true })).toBe(0);
    expect(await counted({ attendantId })).toBe(0);
  });

  it('myOccurrences is for beneficiaries alone, newest first and filtered', async () => {
    const yara = await stored.member('Yara', { subject: 'yara' });
    const rows: { id: string }[] = [];
    for (const status of ['solicitado', 'pago', 'auditoria', 'aberta'] as const) {
      rows.push(await stored.occurrence({ beneficiaryId: yara, status }));
    }
    const client = await app.client('beneficiary', { subject: 'yara' });
    const listed = async (args: string) =>
      (await client.data(`{ myOccurrences${args} { nodes { id } } }`)).myOccurrences.nodes.map(
        ({ id }: { id: string }) => rows.findIndex((row) => row.id === id),
      );
    expect(await listed('')).toEqual([3, 1, 0]);
    expect(await listed('(filter: { typeKeys: ["reembolso"] })')).toEqual([1, 0]);
    expect(await listed('(filter: { search: "yara" }, last: 2)')).toEqual([1, 0]);
    const { errors } = await clients.staff.execute('{ myOccurrences { nodes { id } } }');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });

  it('a system without occurrence:read sees none', async () => {
    const one = await told('ana', 'ana');
    const system = await app.client('integration', { scopes: ['occurrence:create', 'people:write'] });
    const { errors } = await system.execute('query ($id: ID!) { occurrence(id: $id) { id } }', {
      id: one.occurrence.id,
    });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    const { node } = await system.data('query ($id: ID!) { node(id: $id) { id } }', { id: one.occurrence.id });
    expect(node).toBeNull();
  });
});
