import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { open } from '../occurrences/change.js';
import { type Desk, openDesk } from '../occurrences/desk.js';
import { createExample, found, saved, userErrors } from '../workflow/example.js';
import { storeOccurrence } from '../workflow/stored-occurrence.js';
import { createProtocolType, occurrenceTypeWith, updateProtocolType } from './protocol-types.js';

describe('protocolTypeUpdate', () => {
  let app: TestApp;
  let configurator: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    configurator = await app.client('configurator');
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const create = (input: object, client = configurator) => createProtocolType(client, input);
  const update = (id: string, input: object, client = configurator) => updateProtocolType(client, id, input);

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

  it('a pattern is cleared together with what only it can have', async () => {
    const { protocolType } = saved(
      await create({ key: 'anual', prefix: 'A', pattern: '{prefix}{yyyy}-{seq:4}', reset: 'YEARLY' }),
    );
    expect(found(await update(protocolType.id, { pattern: null }))).toEqual(['INVALID input.reset']);
    expect(found(await update(protocolType.id, { prefix: null, pattern: 'a{seq:4}' }))).toEqual([
      'INVALID input.pattern',
      'INVALID input.reset',
    ]);
    const cleared = saved(await update(protocolType.id, { pattern: null, reset: null })).protocolType;
    expect(cleared).toEqual({ ...protocolType, pattern: null, reset: 'NEVER' });
  });

  it('refuses numbers that could be those of another type; its own stand in nobody’s way', async () => {
    saved(await create({ key: 'primeiro', pattern: 'P-{seq:4}' }));
    const { protocolType } = saved(await create({ key: 'segundo', pattern: 'Q-{seq:4}' }));
    expect(found(await update(protocolType.id, { pattern: 'P-1{seq:3}' }))).toEqual(['TAKEN input.pattern']);
    expect(saved(await update(protocolType.id, { pattern: 'Q-1{seq:3}' })).protocolType.pattern).toBe('Q-1{seq:3}');
    expect(saved(await update(protocolType.id, { pattern: 'P-{seq:4}' })).protocolType.pattern).toBe('P-{seq:4}');
  });

  it('of two who save overlapping patterns at once, one is told', async () => {
    const payloads = await Promise.all([
      create({ key: 'de_um', pattern: 'Z{seq:4}' }),
      create({ key: 'de_outro', pattern: 'Z9{seq:3}' }),
    ]);
    expect(payloads.map(found).toSorted((a, b) => a.length - b.length)).toEqual([[], ['TAKEN input.pattern']]);
  });

  it('is FORBIDDEN to an integration that may not configure', async () => {
    const reader = await app.client('integration', { scopes: ['configuration:read'] });
    const { protocolType } = saved(await create({ key: 'alheia', pattern: 'FB{seq:4}' }));
    const { errors } = await reader.execute(
      `mutation ($id: ID!) { protocolTypeUpdate(id: $id, input: { name: "x" }) { ${userErrors} } }`,
      { id: protocolType.id },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a pattern that changes while numbers exist', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ now: '2026-12-31T12:00:00.000Z' });
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const typeOf = async (key: string, input: object): Promise<string> => {
    const { protocolType } = saved(await createProtocolType(desk.configurator, { key, ...input }));
    await occurrenceTypeWith(desk.configurator, key, protocolType.id);
    return protocolType.id;
  };
  const numberOf = async (typeKey: string): Promise<string> =>
    (await open(desk.carla, { typeKey, intake: null, beneficiaryId: desk.ids.ana })).protocolNumber;
  const change = (id: string, input: object) => updateProtocolType(desk.configurator, id, input);

  it('numbers by the new one from one on; the old numbers stay, and the old pattern goes on where it stood', async () => {
    const id = await typeOf('troca', { pattern: 'T{yyyy}-{seq:3}', reset: 'YEARLY' });
    expect([await numberOf('troca'), await numberOf('troca')]).toEqual(['T2026-001', 'T2026-002']);
    saved(await change(id, { pattern: 'T{yyyy}-{seq:5}' }));
    expect(await numberOf('troca')).toBe('T2026-00001');
    const { protocol } = await desk.carla.data('{ protocol(number: "T2026-002") { number origin } }');
    expect(protocol).toEqual({ number: 'T2026-002', origin: 'ISSUED' });
    saved(await change(id, { pattern: 'T{yyyy}-{seq:3}' }));
    expect(await numberOf('troca')).toBe('T2026-003');
  });

  it('may not begin anew otherwise with the same pattern, nor may another type make what was issued', async () => {
    const id = await typeOf('fixo', { pattern: 'F{yyyy}-{seq:3}', reset: 'YEARLY' });
    expect(await numberOf('fixo')).toBe('F2026-001');
    const payload = await change(id, { reset: 'NEVER' });
    expect(found(payload)).toEqual(['TAKEN input.pattern']);
    expect(payload.userErrors[0].message).toBe(
      'Its numbers could be the same as those that "F{yyyy}-{seq:3}" (YEARLY) has issued already.',
    );
    saved(await change(id, { pattern: 'G{yyyy}-{seq:3}' }));
    const other = await createProtocolType(desk.configurator, { key: 'outro', pattern: 'F{seq:4}-{seq:3}' });
    expect(found(other)).toEqual(['INVALID input.pattern']);
    const overlapping = await createProtocolType(desk.configurator, { key: 'outro', pattern: 'F2026-{seq:3}' });
    expect(found(overlapping)).toEqual(['TAKEN input.pattern']);
  });

  it('running numbers get leading zeros where none so wide was issued', async () => {
    const id = await typeOf('largo', { prefix: 'L-' });
    expect(await numberOf('largo')).toBe('L-1');
    saved(await change(id, { pattern: '{prefix}{seq:4}' }));
    expect(await numberOf('largo')).toBe('L-0001');
  });

  it('types of one pattern count together', async () => {
    await typeOf('junto_a', { pattern: 'J-{seq:3}' });
    await typeOf('junto_b', { prefix: 'J', pattern: '{prefix}-{seq:3}' });
    expect([await numberOf('junto_a'), await numberOf('junto_b'), await numberOf('junto_a')]).toEqual([
      'J-001',
      'J-002',
      'J-003',
    ]);
  });

  it('begins anew with the operator’s new year, and where its numbers have run out says so', async () => {
    await typeOf('ano', { pattern: 'N{yyyy}-{seq:3}', reset: 'YEARLY' });
    expect(await numberOf('ano')).toBe('N2026-001');
    await desk.app.database.transaction({ operatorId: desk.app.operators.alfa }, (em) =>
      em.execute(`update protocol_sequence set last = 999 where scope = 'SEQUENTIAL N{yyyy}-{seq:3} YEARLY 2026'`),
    );
    const { occurrenceCreate } = await desk.carla.data(
      `mutation ($id: ID!) {
         occurrenceCreate(input: { typeKey: "ano", description: "x", beneficiaryId: $id }) { occurrence { id } ${userErrors} }
       }`,
      { id: desk.ids.ana },
    );
    expect(occurrenceCreate).toEqual({
      occurrence: null,
      userErrors: [
        { code: 'NOT_AVAILABLE', message: 'All 999 protocol numbers of 2026 have been issued.', path: null },
      ],
    });
    desk.app.clock.advance(15 * 3_600_000);
    const carla = await desk.app.client('attendant', { subject: 'carla', name: 'Carla Dias' });
    const next = await open(carla, { typeKey: 'ano', intake: null, beneficiaryId: desk.ids.ana });
    expect(next.protocolNumber).toBe('N2027-001');
  });
});
