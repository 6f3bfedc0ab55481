import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { found, saved } from '../workflow/example.js';
import { newTeam, teamsOf, updateTeam } from './team.js';

describe('teamUpdate', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const update = (id: string, input: object) => updateTeam(desk.configurator, id, input);

  it('leaves what is absent, clears limit, types and members by null, and refuses to clear the rest', async () => {
    const { typeId, ids } = desk;
    const made = await newTeam(desk.configurator, {
      key: 'caixa',
      typeIds: [typeId],
      memberIds: [ids.carla, ids.davi],
      openLimit: 5,
    });
    const renamed = saved(await update(made.id, { name: 'Caixa postal' })).team;
    expect(renamed).toEqual({ ...made, name: 'Caixa postal' });
    const cleared = saved(await update(made.id, { openLimit: null, typeIds: null, memberIds: null })).team;
    expect(cleared).toEqual({ ...renamed, openLimit: null, types: [], members: [] });
    expect(found(await update(made.id, { key: null, name: null, assignment: null, active: null }))).toEqual([
      'REQUIRED input.active',
      'REQUIRED input.assignment',
      'REQUIRED input.key',
      'REQUIRED input.name',
    ]);
    expect((await teamsOf(desk.carla)).find(({ id }: { id: string }) => id === made.id)).toEqual(cleared);
  });

  it('takes members as a whole, in their new order', async () => {
    const { ids } = desk;
    const made = await newTeam(desk.configurator, { key: 'ordem', memberIds: [ids.carla, ids.davi] });
    const { team } = saved(await update(made.id, { memberIds: [ids.davi, ids.carla] }));
    expect(team.members).toEqual([{ id: ids.davi }, { id: ids.carla }]);
  });

  it('lets a team give out a type once the one that did so is out of use', async () => {
    const { typeId } = desk;
    const of = (key: string, assignment: string) => newTeam(desk.configurator, { key, assignment, typeIds: [typeId] });
    const first = await of('primeira', 'ROUND_ROBIN');
    const second = await of('segunda', 'NONE');
    expect(found(await update(second.id, { assignment: 'LEAST_LOADED' }))).toEqual(['TAKEN input.typeIds.0']);
    saved(await update(first.id, { active: false }));
    expect(saved(await update(second.id, { assignment: 'LEAST_LOADED' })).team.assignment).toBe('LEAST_LOADED');
    expect(found(await update(first.id, { active: true }))).toEqual(['TAKEN input.typeIds.0']);
  });

  it('answers NOT_FOUND for a team that is not there', async () => {
    expect(found(await update(`tea_${'0'.repeat(26)}`, { name: 'x' }))).toEqual(['NOT_FOUND id']);
  });
});
