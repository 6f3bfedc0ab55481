import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { found, saved } from '../workflow/example.js';
import { createTeam, newTeam, teamsOf } from './team.js';

describe('teamCreate', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  it('adds a team, types and members in the order given, and writes down who did it', async () => {
    const { configurator, typeId, ids } = desk;
    const given = { key: 'reembolsos', name: 'Reembolsos', assignment: 'LEAST_LOADED', openLimit: 30 };
    const members = [ids.davi, ids.carla];
    const { team } = saved(await createTeam(configurator, { ...given, typeIds: [typeId], memberIds: members }));
    const expected = { ...given, types: [{ id: typeId }], members: members.map((id) => ({ id })), active: true };
    expect(team).toEqual({ id: expect.stringMatching(/^tea_/), ...expected });
    expect(await teamsOf(desk.carla)).toContainEqual(team);
    const { node, configurationChanges } = await configurator.data(
      `query ($id: ID!) {
         node(id: $id) { __typename id }
         configurationChanges(first: 50) { nodes { element before after } }
       }`,
      { id: team.id },
    );
    expect(node).toEqual({ __typename: 'Team', id: team.id });
    expect(configurationChanges.nodes).toContainEqual({
      element: 'Team reembolsos',
      before: null,
      after: { ...given, typeIds: [typeId], memberIds: members, active: true },
    });
  });

  it('gives out nothing and limits nothing unless told otherwise', async () => {
    const team = await newTeam(desk.configurator, { key: 'simples' });
    expect(team).toMatchObject({ assignment: 'NONE', openLimit: null, types: [], members: [], active: true });
  });

  it('tells all problems at once, each with its path, and leaves nothing behind', async () => {
    const { configurator, typeId, ids } = desk;
    const before = await teamsOf(configurator);
    const payload = await createTeam(configurator, {
      key: 'Equipe',
      name: ' ',
      typeIds: [typeId, ids.carla, typeId],
      memberIds: [ids.ana, ids.carla, ids.carla],
      openLimit: 0,
    });
    expect(payload.team).toBeNull();
    expect(found(payload)).toEqual([
      'INVALID input.key',
      'INVALID input.openLimit',
      'NOT_FOUND input.memberIds.0',
      'NOT_FOUND input.typeIds.1',
      'REQUIRED input.name',
      'TAKEN input.memberIds.2',
      'TAKEN input.typeIds.2',
    ]);
    expect(await teamsOf(configurator)).toEqual(before);
  });

  it('takes attendants and supervisors for members, and no configurator', async () => {
    const id = async (client: typeof desk.paulo) => (await client.data('{ viewer { id } }')).viewer.id;
    const memberIds = [await id(desk.paulo), await id(desk.configurator)];
    expect(found(await createTeam(desk.configurator, { key: 'chefia', memberIds }))).toEqual([
      'NOT_FOUND input.memberIds.1',
    ]);
    await newTeam(desk.configurator, { key: 'chefia', memberIds: memberIds.slice(0, 1) });
  });

  it('refuses a key that another team has', async () => {
    await newTeam(desk.configurator, { key: 'dupla' });
    expect(found(await createTeam(desk.configurator, { key: 'dupla' }))).toEqual(['TAKEN input.key']);
  });

  it('lets one team alone give out what is new of a type, and any number look at it', async () => {
    const other = await openDesk();
    await using _other = other;
    const { configurator, typeId } = other;
    const of = (key: string, assignment: string) => createTeam(configurator, { key, assignment, typeIds: [typeId] });
    saved(await of('primeira', 'ROUND_ROBIN'));
    saved(await of('segunda', 'NONE'));
    expect(found(await of('terceira', 'LEAST_LOADED'))).toEqual(['TAKEN input.typeIds.0']);
  });
});
