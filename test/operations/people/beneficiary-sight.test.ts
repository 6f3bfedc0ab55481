import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored } from '../occurrences/stored.js';

const query = `query ($id: ID!) {
  node(id: $id) {
    ... on Beneficiary { name membershipNumber email phone holder { name } dependants { name } }
    ... on Attendant { name }
    ... on Operator { slug }
  }
}`;

describe('people by their ids', () => {
  let app: TestApp;
  let clients: Record<'hugo' | 'ana' | 'zoe' | 'staff', TestClient>;
  let ids: Record<'hugo' | 'ana' | 'zoe' | 'carla' | 'rita', string>;

  beforeAll(async () => {
    app = await startTestApp();
    const stored = await Stored.in(app);
    const details = (number: string) => ({ membershipNumber: number, email: `${number}@example.org`, phone: number });
    const hugo = await stored.member('Hugo', { subject: 'hugo', ...details('1') });
    ids = {
      hugo,
      ana: await stored.member('Ana', { subject: 'ana', holderId: hugo, ...details('2') }),
      zoe: await stored.member('Zoé', { subject: 'zoe', ...details('3') }),
      carla: await stored.attendant('carla'),
      rita: await stored.attendant('rita', 'configurator'),
    };
    await stored.member('Bia', { holderId: hugo });
    const member = (subject: string) => app.client('beneficiary', { subject });
    clients = {
      hugo: await member('hugo'),
      ana: await member('ana'),
      zoe: await member('zoe'),
      staff: await app.client('attendant'),
    };
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const seen = async (who: keyof typeof clients, id: string) => (await clients[who].data(query, { id })).node;
  const ana = { name: 'Ana', membershipNumber: '2', email: '2@example.org', phone: '2' };
  const hugo = { name: 'Hugo', membershipNumber: '1', email: '1@example.org', phone: '1' };

  it('staff sees members whole', async () => {
    expect(await seen('staff', ids.ana)).toEqual({ ...ana, holder: { name: 'Hugo' }, dependants: [] });
    expect(await seen('staff', ids.hugo)).toEqual({
      ...hugo,
      holder: null,
      dependants: [{ name: 'Ana' }, { name: 'Bia' }],
    });
  });

  it('a member sees themselves, and a holder their dependants, but for their numbers', async () => {
    expect(await seen('ana', ids.ana)).toEqual({ ...ana, holder: { name: 'Hugo' }, dependants: [] });
    const withoutNumber = { ...ana, membershipNumber: null };
    expect(await seen('hugo', ids.ana)).toEqual({ ...withoutNumber, holder: { name: 'Hugo' }, dependants: [] });
    expect(await seen('hugo', ids.hugo)).toMatchObject({ dependants: [{ name: 'Ana' }, { name: 'Bia' }] });
  });

  it('a dependant sees the name of their holder alone', async () => {
    const name = { name: 'Hugo', membershipNumber: null, email: null, phone: null, holder: null, dependants: [] };
    expect(await seen('ana', ids.hugo)).toEqual(name);
  });

  it('a member sees nobody else, and no staff', async () => {
    for (const id of [ids.ana, ids.hugo, ids.carla]) expect(await seen('zoe', id)).toBeNull();
    expect(await seen('ana', ids.zoe)).toBeNull();
  });

  it('staff sees who can have occurrences', async () => {
    expect(await seen('staff', ids.carla)).toEqual({ name: 'carla' });
    expect(await seen('staff', ids.rita)).toBeNull();
  });

  it('anybody sees their operator, and nobody another one or anybody of it', async () => {
    expect(await seen('zoe', app.operators.alfa)).toEqual({ slug: 'alfa' });
    expect(await seen('zoe', app.operators.beta)).toBeNull();
    const other = await app.client('supervisor', { operator: 'beta' });
    for (const id of Object.values(ids)) expect((await other.data(query, { id })).node).toBeNull();
  });

  it('an id of nothing is null', async () => {
    for (const id of ['', 'x', 'ben_', `xyz_${'0'.repeat(26)}`, `upl_${'0'.repeat(26)}`]) {
      expect(await seen('staff', id)).toBeNull();
    }
  });
});
