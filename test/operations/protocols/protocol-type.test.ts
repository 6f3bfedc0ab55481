import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { createExample, found, saved, userErrors } from '../workflow/example.js';
import { storeOccurrence } from '../workflow/stored-occurrence.js';

const fields = 'id key name numbering prefix active';
const protocolTypeCreate = `mutation ($input: ProtocolTypeCreateInput!) {
  protocolTypeCreate(input: $input) { protocolType { ${fields} } ${userErrors} }
}`;
const protocolTypeUpdate = `mutation ($id: ID!, $input: ProtocolTypeUpdateInput!) {
  protocolTypeUpdate(id: $id, input: $input) { protocolType { ${fields} } ${userErrors} }
}`;

describe('protocolTypeCreate and protocolTypeUpdate', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const create = async (input: object, client = configurator) =>
    (await client.data(protocolTypeCreate, { input })).protocolTypeCreate;
  const update = async (id: string, input: object, client = configurator) =>
    (await client.data(protocolTypeUpdate, { id, input })).protocolTypeUpdate;

  it('adds a protocol type', async () => {
    const input = { key: 'interno', name: 'Interno', numbering: 'SEQUENTIAL', prefix: 'INT-' };
    expect(saved(await create(input)).protocolType).toEqual({
      id: expect.stringMatching(/^prt_/),
      ...input,
      active: true,
    });
  });

  it('tells all problems at once, each with its path', async () => {
    saved(await create({ key: 'repetido', name: 'Repetido', numbering: 'ANS' }));
    expect(found(await create({ key: 'repetido', name: '', numbering: 'ANS', prefix: 'X' }))).toEqual([
      'INVALID input.prefix',
      'REQUIRED input.name',
      'TAKEN input.key',
    ]);
    expect(found(await create({ key: 'Maiúscula', name: 'x', numbering: 'SEQUENTIAL', prefix: 'a b' }))).toEqual([
      'INVALID input.key',
      'INVALID input.prefix',
    ]);
  });

  it('leaves what is absent, clears the prefix by null, and refuses to clear the rest', async () => {
    const input = { key: 'caixa', name: 'Caixa', numbering: 'SEQUENTIAL', prefix: 'CX' };
    const { protocolType } = saved(await create(input));
    const renamed = saved(await update(protocolType.id, { name: 'Caixa postal' }));
    expect(renamed.protocolType).toEqual({ ...protocolType, name: 'Caixa postal' });
    const cleared = saved(await update(protocolType.id, { prefix: null }));
    expect(cleared.protocolType).toEqual({ ...renamed.protocolType, prefix: null });
    expect(found(await update(protocolType.id, { key: null, numbering: null }))).toEqual([
      'REQUIRED input.key',
      'REQUIRED input.numbering',
    ]);
  });

  it('refuses to take one out of use that an active type has, or to number in another way what was numbered', async () => {
    const example = await createExample(configurator);
    expect(found(await update(example.protocolTypeId, { numbering: 'SEQUENTIAL' }))).toEqual([]);
    await storeOccurrence(app, example.typeId, example.statuses.solicitado!);
    const payload = await update(example.protocolTypeId, { active: false, numbering: 'ANS' });
    expect(payload.protocolType).toBeNull();
    expect(found(payload)).toEqual(['IN_USE input.active', 'IN_USE input.numbering']);
    expect(payload.userErrors.map(({ message }: { message: string }) => message)).toEqual([
      '1 active occurrence types use it: reembolso.',
      '1 numbers were issued already: a new protocol type can number in another way.',
    ]);
    await configurator.data(
      `mutation ($id: ID!) { occurrenceTypeUpdate(id: $id, input: { active: false }) { ${userErrors} } }`,
      {
        id: example.typeId,
      },
    );
    expect(saved(await update(example.protocolTypeId, { active: false })).protocolType.active).toBe(false);
  });

  it("answers another operator's protocol type like one that does not exist", async () => {
    const { protocolType } = saved(await create({ key: 'alheio', name: 'Alheio', numbering: 'ANS' }));
    const beta = await app.client('configurator', { operator: 'beta' });
    const foreign = await update(protocolType.id, { name: 'Outro' }, beta);
    expect(found(foreign)).toEqual(['NOT_FOUND id']);
    expect(foreign).toEqual(await update('prt_00000000000000000000000000', { name: 'Outro' }));
    expect((await beta.data('{ protocolTypes { id } }')).protocolTypes).toEqual([]);
    expect(saved(await create({ key: 'alheio', name: 'Meu', numbering: 'ANS' }, beta)).protocolType.name).toBe('Meu');
  });

  it('is FORBIDDEN to a supervisor, and leaves nothing behind', async () => {
    const supervisor = await app.client('supervisor');
    const input = { key: 'de_paulo', name: 'x', numbering: 'ANS' };
    const { errors } = await supervisor.execute(protocolTypeCreate, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { protocolTypes } = await supervisor.data('{ protocolTypes { key } }');
    expect(protocolTypes).not.toContainEqual({ key: 'de_paulo' });
  });
});
