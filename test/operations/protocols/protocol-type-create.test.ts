import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../occurrences/desk.js';
import { open } from '../occurrences/change.js';
import { rowCounts } from '../occurrences/rows.js';
import { found, saved } from '../workflow/example.js';
import { createProtocolType, protocolTypeCreate } from './protocol-types.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-25T01:15:00.000Z' });
});
afterAll(() => desk[Symbol.asyncDispose]());

const create = (input: object, client = desk.configurator) => createProtocolType(client, input);

describe('protocolTypeCreate', () => {
  it('adds a protocol type', async () => {
    const input = { key: 'caixa', name: 'Caixa', numbering: 'SEQUENTIAL', prefix: 'CX-' };
    expect(saved(await create(input)).protocolType).toEqual({
      id: expect.stringMatching(/^prt_/),
      ...input,
      pattern: null,
      reset: 'NEVER',
      active: true,
    });
  });

  it('adds one whose numbers have a pattern', async () => {
    const input = { key: 'ano', prefix: 'OUV-', pattern: '{prefix}{yyyy}-{seq:6}', reset: 'YEARLY' };
    expect(saved(await create(input)).protocolType).toMatchObject({ ...input, numbering: 'SEQUENTIAL' });
  });

  it('shows what a number looks like, on the day that it is where the operator is', async () => {
    await create({ key: 'dia', pattern: 'D{registry}/{yyyy}{mm}{dd}.{seq:3}', reset: 'DAILY' });
    const { protocolTypes } = await desk.configurator.data('{ protocolTypes { key reset example } }');
    const shown = Object.fromEntries(
      protocolTypes.map(({ key, ...rest }: { key: string; reset: string; example: string }) => [key, rest]),
    );
    expect(shown).toMatchObject({
      ans: { reset: 'DAILY', example: '99999120261124000001' },
      interno: { reset: 'NEVER', example: 'INT-1' },
      dia: { reset: 'DAILY', example: 'D999991/20261124.001' },
    });
  });

  it('tells all problems at once, each with its path', async () => {
    expect(found(await create({ key: 'ans', name: '', numbering: 'ANS', prefix: 'X', pattern: '{seq:6}' }))).toEqual([
      'INVALID input.pattern',
      'INVALID input.prefix',
      'REQUIRED input.name',
      'TAKEN input.key',
    ]);
    expect(found(await create({ key: 'Maiúscula', prefix: 'a b' }))).toEqual([
      'INVALID input.key',
      'INVALID input.prefix',
    ]);
    expect(found(await create({ key: 'x', pattern: '{prefix}a{seq:6}', reset: 'YEARLY' }))).toEqual([
      'INVALID input.pattern',
      'INVALID input.reset',
      'REQUIRED input.prefix',
    ]);
    expect(found(await create({ key: 'x', numbering: 'ANS', reset: 'YEARLY' }))).toEqual(['INVALID input.reset']);
    expect(found(await create({ key: 'x', prefix: 'R', reset: 'DAILY' }))).toEqual(['INVALID input.reset']);
  });

  it.each([
    ['longer than 40 characters', `${'A'.repeat(32)}{seq:9}`],
    ['of 20 digits', '{yyyy}{mm}{dd}{seq:9}123'],
    ['of 20 digits, however they are spaced', '{registry}.{yyyy}{mm}{dd}.{seq:6}'],
  ])('refuses numbers that would be %s', async (_, pattern) => {
    const before = await rowCounts(desk.app);
    expect(found(await create({ key: 'recusado', pattern }))).toEqual(['INVALID input.pattern']);
    expect(await rowCounts(desk.app)).toEqual(before);
  });

  it('refuses numbers that could be those of another type, unless both count together', async () => {
    saved(await create({ key: 'um', pattern: 'S{yyyy}{seq:4}', reset: 'YEARLY' }));
    const other = async (pattern: string, reset = 'NEVER') => create({ key: 'dois', pattern, reset });
    for (const payload of [await other('S{seq:8}'), await other('S2026{seq:4}'), await other('S{yyyy}{seq:4}')]) {
      expect(found(payload)).toEqual(['TAKEN input.pattern']);
      expect(payload.userErrors[0].message).toBe('Its numbers could be the same as those of "um".');
    }
    expect(found(await create({ key: 'dois', prefix: 'INT-1' }))).toEqual(['TAKEN input.prefix']);
    saved(await create({ key: 'dois', prefix: 'S', pattern: '{prefix}{yyyy}{seq:4}', reset: 'YEARLY' }));
  });

  it('refuses numbers of which a system has brought one along', async () => {
    await open(desk.erp, { beneficiaryId: desk.ids.ana, protocolNumber: 'LIG-000123' });
    const payload = await create({ key: 'ligacao', pattern: 'LIG-{seq:6}' });
    expect(found(payload)).toEqual(['TAKEN input.pattern']);
    expect(payload.userErrors[0].message).toContain('"LIG-000123"');
    saved(await create({ key: 'ligacao', pattern: 'LIG-{seq:7}' }));
  });

  it('another operator’s patterns are nobody else’s business', async () => {
    const beta = await desk.app.client('configurator', { operator: 'beta' });
    expect(found(await create({ key: 'um', pattern: 'S{seq:8}' }, beta))).toEqual([]);
    expect(found(await create({ key: 'ligacao', pattern: 'LIG-{seq:6}' }, beta))).toEqual([]);
    expect((await beta.data('{ protocolTypes { key example } }')).protocolTypes).toEqual([
      { key: 'ligacao', example: 'LIG-000001' },
      { key: 'um', example: 'S00000001' },
    ]);
  });

  it('is FORBIDDEN to a supervisor, and leaves nothing behind', async () => {
    const input = { key: 'de_paulo', name: 'x', numbering: 'ANS' };
    const { errors } = await desk.paulo.execute(protocolTypeCreate, { input });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { protocolTypes } = await desk.paulo.data('{ protocolTypes { key } }');
    expect(protocolTypes).not.toContainEqual({ key: 'de_paulo' });
  });
});
