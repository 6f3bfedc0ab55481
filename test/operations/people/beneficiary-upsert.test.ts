import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';

const mutation = `mutation ($input: BeneficiaryUpsertInput!) {
  beneficiaryUpsert(input: $input) {
    beneficiary { id name membershipNumber email phone holder { membershipNumber } }
    userErrors { code path }
  }
}`;

describe('beneficiaryUpsert', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const upsert = async (input: object, client = configurator): Promise<any> =>
    (await client.data(mutation, { input })).beneficiaryUpsert;
  const numbers = async (): Promise<string[]> =>
    (await configurator.data('{ beneficiaries(first: 100) { nodes { membershipNumber } } }')).beneficiaries.nodes.map(
      ({ membershipNumber }: { membershipNumber: string }) => membershipNumber,
    );

  it('adds a member; what is left out then stays, and null clears', async () => {
    const whole = { email: 'ana@example.org', phone: '+55 11 99999-0000' };
    const made = await upsert({ membershipNumber: 'A-1', name: ' Ana Souza ', ...whole });
    expect(made).toEqual({
      beneficiary: {
        id: expect.stringMatching(/^ben_/),
        name: 'Ana Souza',
        membershipNumber: 'A-1',
        ...whole,
        holder: null,
      },
      userErrors: [],
    });
    const { id } = made.beneficiary;
    expect((await upsert({ membershipNumber: ' A-1', name: 'Ana Lima' })).beneficiary).toMatchObject({
      id,
      name: 'Ana Lima',
      ...whole,
    });
    const cleared = await upsert({ membershipNumber: 'A-1', name: 'Ana Lima', email: null, phone: null });
    expect(cleared.beneficiary).toMatchObject({ id, email: null, phone: null });
    const search = '{ beneficiaries(search: "lima") { nodes { id } } }';
    expect((await configurator.data(search)).beneficiaries.nodes).toEqual([{ id }]);
  });

  it('makes a dependant of a member, and nobody’s dependant again', async () => {
    await upsert({ membershipNumber: 'H-1', name: 'Hugo' });
    const dependant = { membershipNumber: 'H-2', name: 'Bia' };
    const made = await upsert({ ...dependant, holderMembershipNumber: 'H-1' });
    expect(made.beneficiary.holder).toEqual({ membershipNumber: 'H-1' });
    expect((await upsert(dependant)).beneficiary.holder).toEqual({ membershipNumber: 'H-1' });
    expect((await upsert({ ...dependant, holderMembershipNumber: null })).beneficiary.holder).toBeNull();
  });

  it.each<[string, object, string, string]>([
    ['a blank number', { membershipNumber: ' ' }, 'REQUIRED', 'membershipNumber'],
    ['a number of 101 characters', { membershipNumber: '1'.repeat(101) }, 'INVALID', 'membershipNumber'],
    ['a blank name', { name: '' }, 'REQUIRED', 'name'],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, 'INVALID', 'name'],
    ['a name of two lines', { name: 'Ana\nSouza' }, 'INVALID', 'name'],
    ['a blank phone', { phone: '  ' }, 'REQUIRED', 'phone'],
    ['a phone of 41 digits', { phone: '1'.repeat(41) }, 'INVALID', 'phone'],
    ['a holder who is not there', { holderMembershipNumber: 'none' }, 'NOT_FOUND', 'holderMembershipNumber'],
    ['themselves as holder', { holderMembershipNumber: ' new' }, 'INVALID', 'holderMembershipNumber'],
    ['a dependant as holder', { holderMembershipNumber: 'D-2' }, 'INVALID', 'holderMembershipNumber'],
    [
      'a holder for somebody who has dependants',
      { membershipNumber: 'D-1', holderMembershipNumber: 'D-3' },
      'INVALID',
      'holderMembershipNumber',
    ],
  ])('refuses %s, and changes nothing', async (_, input, code, field) => {
    await upsert({ membershipNumber: 'D-1', name: 'Davi' });
    await upsert({ membershipNumber: 'D-2', name: 'Dora', holderMembershipNumber: 'D-1' });
    await upsert({ membershipNumber: 'D-3', name: 'Dino' });
    const before = await numbers();
    expect(await upsert({ membershipNumber: 'new', name: 'Novo', ...input })).toEqual({
      beneficiary: null,
      userErrors: [{ code, path: ['input', field] }],
    });
    expect(await numbers()).toEqual(before);
  });

  it('tells all that is wrong at once', async () => {
    const { userErrors } = await upsert({ membershipNumber: '', name: ' ', phone: '\t' });
    expect(userErrors.map(({ path }: { path: string[] }) => path[1])).toEqual(['membershipNumber', 'name', 'phone']);
  });

  it('refuses an e-mail address that is none', async () => {
    const { errors } = await configurator.execute(mutation, {
      input: { membershipNumber: 'e', name: 'E', email: 'not one' },
    });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('twenty at once for one number make one member', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => upsert({ membershipNumber: 'R-1', name: `Rui ${index}` })),
    );
    expect(new Set(answers.map(({ beneficiary }) => beneficiary.id)).size).toBe(1);
    expect((await numbers()).filter((number) => number === 'R-1')).toHaveLength(1);
  });

  it('two who are made each other’s dependants at once: one becomes it', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [`X-${round}`, `Y-${round}`];
      for (const number of [one, other]) await upsert({ membershipNumber: number, name: number });
      const answers = await Promise.all([
        upsert({ membershipNumber: one, name: one, holderMembershipNumber: other }),
        upsert({ membershipNumber: other, name: other, holderMembershipNumber: one }),
      ]);
      const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'ok').toSorted();
      expect(codes).toEqual(['INVALID', 'ok']);
    }
  });

  it('who signs in with the number becomes that member', async () => {
    const { beneficiary } = await upsert({ membershipNumber: 'S-1', name: 'Sara' });
    const sara = await app.client('beneficiary', { subject: 'sara', claims: { membership_number: 'S-1' } });
    const { viewer } = await sara.data('{ viewer { id beneficiary { membershipNumber } } }');
    expect(viewer).toEqual({ id: beneficiary.id, beneficiary: { membershipNumber: 'S-1' } });
    expect((await upsert({ membershipNumber: 'S-1', name: 'Sara Lima' })).beneficiary.id).toBe(beneficiary.id);
    expect((await sara.data('{ viewer { id } }')).viewer.id).toBe(beneficiary.id);
  });

  it('each operator has its own numbers', async () => {
    const one = await upsert({ membershipNumber: 'O-1', name: 'Olga' });
    const other = await upsert(
      { membershipNumber: 'O-1', name: 'Otto' },
      await app.client('configurator', { operator: 'beta' }),
    );
    expect(other.beneficiary.id).not.toBe(one.beneficiary.id);
    expect((await upsert({ membershipNumber: 'O-1', name: 'Olga' })).beneficiary.id).toBe(one.beneficiary.id);
    const foreign = await upsert(
      { membershipNumber: 'O-2', name: 'Oto', holderMembershipNumber: 'A-1' },
      await app.client('configurator', { operator: 'beta' }),
    );
    expect(foreign.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'holderMembershipNumber'] }]);
  });

  it('is for configurators and systems with people:write', async () => {
    for (const [role, scopes] of [
      ['attendant', []],
      ['supervisor', []],
      ['beneficiary', []],
      ['integration', ['occurrence:read']],
    ] as const) {
      const client = await app.client(role, { scopes });
      const { errors } = await client.execute(mutation, { input: { membershipNumber: 'P-1', name: 'P' } });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
    const system = await app.client('integration', { scopes: ['people:write'] });
    expect(
      (await upsert({ membershipNumber: 'P-1', name: 'Pia', email: 'p@example.org' }, system)).beneficiary,
    ).toMatchObject({ name: 'Pia', email: 'p@example.org' });
  });
});
