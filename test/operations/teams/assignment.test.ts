import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';
import { newTeam, updateTeam } from './team.js';

describe('a team that gives out what is new', () => {
  let desk: Desk;
  let beside: TestApp;
  let team: string;
  let paulo: string;
  let clients: TestClient[];

  beforeAll(async () => {
    desk = await openDesk();
    beside = await startTestApp({ beside: desk.app });
    const { configurator, typeId } = desk;
    paulo = (await desk.paulo.data('{ viewer { id } }')).viewer.id;
    team = (await newTeam(configurator, { key: 'reembolsos', typeIds: [typeId] })).id;
    clients = [desk.erp, await beside.client('integration', { subject: 'erp', scopes: ['occurrence:create'] })];
  });
  afterAll(async () => {
    await beside[Symbol.asyncDispose]();
    await desk[Symbol.asyncDispose]();
  });
  // Nobody has anything at the beginning of a test, and nobody's turn it was.
  beforeEach(() =>
    desk.app.database.transaction({ operatorId: desk.app.operators.alfa }, async (em) => {
      await em.execute('update occurrence set attendant_id = null');
      await em.execute('update team set last_assigned_id = null');
    }),
  );

  const configure = async (input: object) => saved(await updateTeam(desk.configurator, team, input));
  const members = () => [desk.ids.davi, paulo, desk.ids.carla];
  const openFor = (client: TestClient) => open(client, { beneficiaryId: desk.ids.ana });
  /** Whom each was given to, of this many that are opened at once over two processes. */
  async function openedAtOnce(count: number): Promise<(string | undefined)[]> {
    const made = await Promise.all(Array.from({ length: count }, (_, index) => openFor(clients[index % 2]!)));
    return made.map((occurrence) => occurrence!.attendant?.id);
  }
  const countOf = (given: (string | undefined)[]) => members().map((id) => given.filter((to) => to === id).length);

  it('assigns by the one event of the opening, and attendance does not start by it', async () => {
    await configure({ assignment: 'ROUND_ROBIN', memberIds: [desk.ids.carla] });
    const { id, version, attendant, status } = (await open(desk.ana))!;
    expect({ version, attendant, status: status.key }).toEqual({ version: 1, attendant: null, status: 'solicitado' });
    const query = `query ($id: ID!) {
      occurrence(id: $id) {
        attendant { id } attendanceStartedAt
        history(first: 5) { nodes { __typename version ... on OccurrenceCreated { attendant { id } } } }
      }
    }`;
    const { occurrence } = await desk.davi.data(query, { id });
    const carla = { id: desk.ids.carla };
    expect(occurrence).toMatchObject({ attendant: carla, attendanceStartedAt: null });
    expect(occurrence.history.nodes).toContainEqual({ __typename: 'OccurrenceCreated', version: 1, attendant: carla });
    const { myOccurrences } = await desk.ana.data(
      `{ myOccurrences(first: 1) { nodes { attendant { id } history(first: 1) { nodes { ... on OccurrenceCreated { attendant { id } } } } } } }`,
    );
    expect(myOccurrences.nodes).toEqual([{ attendant: null, history: { nodes: [{ attendant: null }] } }]);
  });

  it('gives to each member in turn', async () => {
    await configure({ assignment: 'ROUND_ROBIN', memberIds: members(), openLimit: null });
    const given = [];
    for (const client of [...clients, ...clients]) given.push((await openFor(client))!.attendant?.id);
    expect(given).toEqual([...members(), desk.ids.davi]);
  });

  it('gives out none where it does not assign, is out of use, has nobody, or the type is another', async () => {
    await configure({ assignment: 'NONE', memberIds: members() });
    expect((await openFor(desk.erp))!.attendant).toBeNull();
    await configure({ assignment: 'ROUND_ROBIN', active: false });
    expect((await openFor(desk.erp))!.attendant).toBeNull();
    await configure({ active: true, memberIds: [] });
    expect((await openFor(desk.erp))!.attendant).toBeNull();
    await configure({ memberIds: members() });
    const other = { typeKey: 'interna', intake: null, beneficiaryId: desk.ids.ana };
    expect((await open(desk.erp, other))!.attendant).toBeNull();
  });

  it('gives 51 that are opened at once over two processes to three in turn, 17 each', async () => {
    await configure({ assignment: 'ROUND_ROBIN', memberIds: members(), openLimit: null });
    expect(countOf(await openedAtOnce(51))).toEqual([17, 17, 17]);
  });

  it('fills the least loaded first and nobody beyond the limit: the rest of 50 at once waits in the queue', async () => {
    await configure({ assignment: 'NONE', memberIds: members(), openLimit: 10 });
    const { id } = (await openFor(desk.erp))!;
    await desk.paulo.data(
      'mutation ($id: ID!, $input: OccurrenceAssignInput!) { occurrenceAssign(id: $id, input: $input) { userErrors { code } } }',
      { id, input: { attendantId: paulo } },
    );
    await configure({ assignment: 'LEAST_LOADED' });
    const given = await openedAtOnce(50);
    expect(countOf(given)).toEqual([10, 9, 10]);
    expect(given.filter((to) => to === undefined)).toHaveLength(21);
  });
});
