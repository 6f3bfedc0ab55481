import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';

const signalling = `mutation ($id: ID!, $typing: Boolean!) {
  occurrenceActivitySignal(id: $id, typing: $typing) { activity { viewers typing } userErrors { code path } } }`;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

const signal = async (client: TestClient, id: string, typing = true) =>
  (await client.data(signalling, { id, typing })).occurrenceActivitySignal;
const missing = { activity: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] };
const activity = (viewers: string[], typing: string[]) => ({ activity: { viewers, typing }, userErrors: [] });

describe('occurrenceActivitySignal', () => {
  it('answers with who is there, the caller included, in one process alone, too', async () => {
    const { id } = await open(desk.ana);
    expect(await signal(desk.carla, id)).toEqual(activity(['Carla Dias'], ['Carla Dias']));
    expect(await signal(desk.davi, id, false)).toEqual(activity(['Carla Dias', 'Davi Reis'], ['Carla Dias']));
    expect(await signal(desk.carla, id, false)).toEqual(activity(['Carla Dias', 'Davi Reis'], []));
  });

  it('of what does not exist, is hidden, is somebody else’s or another operator’s is NOT_FOUND', async () => {
    const { id } = await open(desk.ana);
    const foreigner = await desk.app.client('attendant', { operator: 'beta', subject: 'otto' });
    expect(await signal(desk.carla, 'occ_nothing')).toEqual(missing);
    expect(await signal(desk.zoe, id)).toEqual(missing);
    expect(await signal(foreigner, id)).toEqual(missing);
    await done(desk.paulo, 'occurrenceChangeStatus', id, { statusKey: 'auditoria' });
    expect(await signal(desk.ana, id)).toEqual(missing);
    expect(await signal(desk.carla, id)).toEqual(activity(['Carla Dias'], ['Carla Dias']));
  });

  it('writes nothing to the database', async () => {
    const { id } = await open(desk.ana);
    await signal(desk.carla, id);
    desk.app.statements.length = 0;
    await signal(desk.carla, id);
    expect(desk.app.statements.filter((sql) => /^\s*(insert|update|delete)/i.test(sql))).toEqual([]);
    expect(desk.app.statements.length).toBeGreaterThan(0);
  });
});
