import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestStream } from '../../kit/stream.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { saved } from '../workflow/example.js';
import { newTeam, updateTeam } from './team.js';

describe('teams', () => {
  let desk: Desk;
  let reimbursements: string;
  let others: string;
  let opened: string;

  beforeAll(async () => {
    desk = await openDesk();
    const { configurator, typeId, ids } = desk;
    const memberIds = [ids.carla];
    reimbursements = (await newTeam(configurator, { key: 'b_reembolsos', typeIds: [typeId], memberIds })).id;
    others = (await newTeam(configurator, { key: 'a_outras', memberIds })).id;
    const unused = await newTeam(configurator, { key: 'c_desfeita', memberIds });
    saved(await updateTeam(configurator, unused.id, { active: false }));
    opened = (await open(desk.ana)).id;
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const listed = async (teamIds: string[], client = desk.carla, more: object = {}) => {
    const { occurrences, occurrenceCounters } = await client.data(
      `query ($filter: OccurrenceFilter) {
         occurrences(filter: $filter) { nodes { id } } occurrenceCounters(filter: $filter) { total }
       }`,
      { filter: { teamIds, ...more } },
    );
    expect(occurrenceCounters.total).toBe(occurrences.nodes.length);
    return occurrences.nodes.map(({ id }: { id: string }) => id);
  };

  it('come in the order of keys, inactive ones included; those of an attendant are the active ones', async () => {
    const { teams, attendants } = await desk.davi.data('{ teams { key } attendants { name teams { key } } }');
    expect(teams).toEqual([{ key: 'a_outras' }, { key: 'b_reembolsos' }, { key: 'c_desfeita' }]);
    const teamsOf = Object.fromEntries(attendants.map((attendant: any) => [attendant.name, attendant.teams]));
    expect(teamsOf).toMatchObject({ 'Carla Dias': teams.slice(0, 2), 'Davi Reis': [] });
  });

  it('filter lists and counters by their types, of anybody who asks', async () => {
    expect(await listed([reimbursements])).toEqual([opened]);
    expect(await listed([others, reimbursements], desk.davi)).toEqual([opened]);
    expect(await listed([others])).toEqual([]);
    expect(await listed([])).toEqual([]);
    expect(await listed([`tea_${'0'.repeat(26)}`])).toEqual([]);
    expect(await listed([reimbursements], desk.paulo, { typeKeys: ['conversa'] })).toEqual([]);
  });

  it('select nothing for a member, who is not told of teams', async () => {
    const mine = `query ($filter: OccurrenceFilter) { myOccurrences(filter: $filter) { nodes { id } } }`;
    const { myOccurrences } = await desk.ana.data(mine, { filter: { teamIds: [reimbursements] } });
    expect(myOccurrences.nodes).toEqual([]);
  });

  it('filter streams by the types that they had when the stream began', async () => {
    const { occurrences } = await desk.carla.data('{ occurrences { streamCursor } }');
    await using stream = new TestStream<any>(
      desk.carla,
      `subscription ($filter: OccurrenceFilter, $after: String) {
         queueUpdates(filter: $filter, after: $after) { occurrence { id } }
       }`,
      { filter: { teamIds: [reimbursements] }, after: occurrences.streamCursor },
    );
    await open(desk.carla, { typeKey: 'interna', intake: null, beneficiaryId: desk.ids.ana });
    const { id } = await open(desk.zoe);
    const first = await stream.until(({ queueUpdates }) => queueUpdates.occurrence !== null);
    expect(first.queueUpdates.occurrence.id).toBe(id);
  });
});
