import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { done, open, refusals, send } from './change.js';
import { type Desk, openDesk } from './desk.js';
import { rowCounts } from './rows.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ now: '2026-11-25T01:15:00.000Z' });
});
afterAll(() => desk[Symbol.asyncDispose]());

const protocol = async (client: TestClient, number: string) =>
  (
    await client.data('query ($number: String!) { protocol(number: $number) { number origin occurrences { id } } }', {
      number,
    })
  ).protocol;

const idsOf = async (client: TestClient, number: string) =>
  (await protocol(client, number))?.occurrences.map(({ id }: { id: string }) => id);

const input = (rest: object) => ({ typeKey: 'reembolso', description: 'x', intake: { valor: 1 }, ...rest });
const create = async (client: TestClient, rest: object) =>
  refusals(await send(client, 'occurrenceCreate', null, input(rest)));

/** What is refused leaves nothing behind. */
async function refused(client: TestClient, rest: object): Promise<string[]> {
  const before = await rowCounts(desk.app);
  const found = await create(client, rest);
  expect(await rowCounts(desk.app)).toEqual(before);
  return found;
}

const notFound = ['NOT_FOUND input.protocolNumber'];
const invalid = ['INVALID input.protocolNumber'];

describe('one number over several occurrences', () => {
  it('covers those of one family, oldest first, in whatever way it is spaced', async () => {
    const first = await open(desk.ana);
    const { protocolNumber: number } = first;
    const spaced = `${number.slice(0, 6)}.${number.slice(6, 14)}-${number.slice(14)}`;
    const second = await open(desk.ana, { protocolNumber: spaced, beneficiaryId: desk.ids.bia });
    const third = await open(desk.carla, { protocolNumber: number, beneficiaryId: desk.ids.bia });
    const fourth = await open(desk.erp, { protocolNumber: ` ${spaced} `, beneficiaryId: desk.ids.ana });
    const all = [first, second, third, fourth];
    expect(all.map(({ protocolNumber }) => protocolNumber)).toEqual([number, number, number, number]);
    for (const client of [desk.ana, desk.carla, desk.erp]) {
      expect((await idsOf(client, spaced)).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
    expect(await protocol(desk.zoe, number)).toBeNull();
  });

  it('goes on after they are closed: the contact is what it numbers', async () => {
    const first = await open(desk.ana);
    await done(desk.erp, 'occurrenceChangeStatus', first.id, { statusKey: 'cancelado' });
    const { protocolNumber } = first;
    expect((await open(desk.ana, { protocolNumber })).protocolNumber).toBe(protocolNumber);
  });

  it('is never that of somebody else: staff and systems are told, to a member it is not there', async () => {
    const { protocolNumber } = await open(desk.zoe);
    expect(await refused(desk.ana, { protocolNumber })).toEqual(notFound);
    expect(await refused(desk.carla, { protocolNumber, beneficiaryId: desk.ids.ana })).toEqual(invalid);
    expect(await refused(desk.erp, { protocolNumber, beneficiaryId: desk.ids.ana })).toEqual(invalid);
    // Who asks for another is of the contact.
    const asked = { protocolNumber, beneficiaryId: desk.ids.ana, requesterId: desk.ids.zoe };
    expect((await open(desk.carla, asked)).protocolNumber).toBe(protocolNumber);
  });

  it('shows a member those that they may see, and takes no further one where there is none', async () => {
    const hidden = await open(desk.ana);
    const { protocolNumber } = hidden;
    const shown = await open(desk.ana, { protocolNumber });
    await done(desk.paulo, 'occurrenceChangeStatus', hidden.id, { statusKey: 'auditoria' });
    expect(await idsOf(desk.ana, protocolNumber)).toEqual([shown.id]);
    expect((await idsOf(desk.carla, protocolNumber)).toSorted()).toEqual([hidden.id, shown.id].toSorted());
    await done(desk.paulo, 'occurrenceChangeStatus', shown.id, { statusKey: 'auditoria' });
    expect(await protocol(desk.ana, protocolNumber)).toBeNull();
    expect(await refused(desk.ana, { protocolNumber })).toEqual(notFound);
  });
});

describe('a number that a system brings along', () => {
  const bring = (protocolNumber: string, beneficiaryId = desk.ids.ana) =>
    open(desk.erp, { protocolNumber, beneficiaryId });

  it('is kept as text, without the spaces around it, and told from those that were issued', async () => {
    const brought = await bring('  URA 2026/77 ');
    expect(brought.protocolNumber).toBe('URA 2026/77');
    expect(await protocol(desk.ana, 'URA 2026/77')).toEqual({
      number: 'URA 2026/77',
      origin: 'EXTERNAL',
      occurrences: [{ id: brought.id }],
    });
    const issued = await open(desk.ana);
    expect((await protocol(desk.ana, issued.protocolNumber)).origin).toBe('ISSUED');
  });

  it('of another operator’s 20 digits is the same however it is spaced', async () => {
    expect((await bring('888888.20261124.000001')).protocolNumber).toBe('88888820261124000001');
    expect((await protocol(desk.carla, '888888 20261124 000001')).origin).toBe('EXTERNAL');
  });

  it('is found by the search, as is one of 20 digits that is spaced', async () => {
    const found = async (search: string) =>
      (
        await desk.carla.data(
          'query ($search: String) { occurrences(filter: { search: $search }) { nodes { protocolNumber } } }',
          { search },
        )
      ).occurrences.nodes.map(({ protocolNumber }: { protocolNumber: string }) => protocolNumber);
    await bring('Ligação nº 12/B');
    expect(await found('Ligação nº 12/B')).toEqual(['Ligação nº 12/B']);
    const { protocolNumber: number } = await open(desk.zoe);
    expect(await found(`${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`)).toEqual([number]);
  });

  it('covers further occurrences of the contact, of whoever names it', async () => {
    const { protocolNumber } = await bring('CC-77');
    expect((await open(desk.ana, { protocolNumber })).protocolNumber).toBe('CC-77');
    expect((await open(desk.carla, { protocolNumber, beneficiaryId: desk.ids.bia })).protocolNumber).toBe('CC-77');
    expect(await refused(desk.erp, { protocolNumber, beneficiaryId: desk.ids.zoe })).toEqual(invalid);
  });

  it.each([
    ['of the regulator’s shape with the operator’s registry', '99999120301231000001'],
    ['of that shape, spaced', '999991.20301231.000001'],
    ['of a type’s numbers', 'INT-900'],
    ['of a type’s numbers in small letters', 'int-900'],
    ['too long', 'x'.repeat(65)],
    ['blank', '  '],
    ['on two lines', 'a\nb'],
  ])('is refused where it is %s', async (_, protocolNumber) => {
    expect(await refused(desk.erp, { protocolNumber, beneficiaryId: desk.ids.ana })).toEqual(invalid);
  });

  it('is brought along by nobody else', async () => {
    expect(await refused(desk.ana, { protocolNumber: 'URA 1' })).toEqual(notFound);
    expect(await refused(desk.carla, { protocolNumber: 'URA 1', beneficiaryId: desk.ids.ana })).toEqual(notFound);
  });

  it('is of one contact where two bring it at once', async () => {
    for (const turn of [1, 2, 3, 4, 5]) {
      const protocolNumber = `AO MESMO TEMPO ${turn}`;
      const found = await Promise.all(
        [desk.ids.ana, desk.ids.zoe].map((beneficiaryId) => create(desk.erp, { protocolNumber, beneficiaryId })),
      );
      expect(found.toSorted((a, b) => a.length - b.length)).toEqual([[], invalid]);
      expect(await idsOf(desk.carla, protocolNumber)).toHaveLength(1);
    }
  });

  it('is another’s in another operator', async () => {
    await bring('SÓ AQUI 1');
    const stranger = await desk.app.client('attendant', { operator: 'beta' });
    expect(await protocol(stranger, 'SÓ AQUI 1')).toBeNull();
  });
});
