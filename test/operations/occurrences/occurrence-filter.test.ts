import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/shared/ids.js';
import { type TestApp, startTestApp } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { Stored } from './stored.js';

const query = `query ($filter: OccurrenceFilter) {
  occurrences(filter: $filter, orderBy: OLDEST) { totalCount nodes { protocolNumber } }
  occurrenceCounters(filter: $filter) { total }
}`;

describe('the filter of occurrences', () => {
  let app: TestApp;
  let stored: Stored;
  let attendant: TestClient;
  let ana: string;
  let bruno: string;
  let carla: string;
  let davi: string;

  const minute = (value: number) => new Date(Date.UTC(2026, 10, 1, 12, value));

  beforeAll(async () => {
    app = await startTestApp();
    stored = await Stored.in(app);
    attendant = await app.client('attendant', { subject: 'carla' });
    [carla, davi] = [await stored.attendant('carla'), await stored.attendant('davi')];
    ana = await stored.member('Ana Souza', { membershipNumber: '0001-AB' });
    bruno = await stored.member('Bruno Conceição', { membershipNumber: '50%_' });
    const rows = [
      { status: 'solicitado', beneficiaryId: ana, description: 'Reembolso de consulta médica' },
      { status: 'em_analise', beneficiaryId: ana, attendantId: carla, description: 'Autorização de exames' },
      { status: 'auditoria', beneficiaryId: bruno, attendantId: davi, description: 'Reembolsos de terapia' },
      { status: 'pago', beneficiaryId: bruno, closedAt: minute(9), description: 'Fisioterapia' },
      { status: 'aberta', beneficiaryId: ana, channel: 'CHAT', description: 'Conversa' },
    ] as const;
    for (const [index, row] of rows.entries()) {
      await stored.occurrence({ ...row, protocolNumber: `P-${index}`, createdAt: minute(index) });
    }
  });
  afterAll(() => app[Symbol.asyncDispose]());

  /** The last digits of the numbers that it selects; the list, its count and the counters agree. */
  const selected = async (filter: object | null, client = attendant): Promise<string> => {
    const { occurrences, occurrenceCounters } = await client.data(query, { filter });
    expect(occurrences.totalCount).toBe(occurrences.nodes.length);
    expect(occurrenceCounters.total).toBe(occurrences.nodes.length);
    return occurrences.nodes.map(({ protocolNumber }: { protocolNumber: string }) => protocolNumber.slice(2)).join('');
  };

  it('selects all where nothing is given', async () => {
    for (const filter of [null, {}, { typeIds: null, search: null, mine: null }]) {
      expect(await selected(filter)).toBe('01234');
    }
  });

  it.each<[object, string]>([
    [{ typeKeys: ['reembolso'] }, '0123'],
    [{ typeKeys: ['conversa', 'reembolso'] }, '01234'],
    [{ typeKeys: ['nenhum'] }, ''],
    [{ typeKeys: [] }, ''],
    [{ typeIds: [] }, ''],
    [{ typeIds: ["'; drop table occurrence; --"] }, ''],
    [{ statusKeys: ['solicitado', 'aberta'] }, '04'],
    [{ statusKeys: ['nenhum'] }, ''],
    [{ statusKeys: [] }, ''],
    [{ statusIds: [] }, ''],
    [{ viewModes: ['CHAT'] }, '4'],
    [{ viewModes: ['REQUEST', 'CHAT'] }, '01234'],
    [{ viewModes: ['BASIC'] }, ''],
    [{ viewModes: [] }, ''],
    [{ unassigned: true }, '034'],
    [{ unassigned: false }, '12'],
    [{ mine: true }, '1'],
    [{ mine: false }, '0234'],
    [{ open: true }, '0124'],
    [{ open: false }, '3'],
    [{ slaStates: ['ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET'] }, ''],
    [{ slaStates: [] }, ''],
    [{ regulatoryStates: ['ON_TRACK'] }, ''],
    [{ regulatoryStates: [] }, ''],
    [{ createdFrom: '2026-11-01T12:01:00.000Z', createdTo: '2026-11-01T12:03:00.000Z' }, '12'],
    [{ createdFrom: '2026-11-01T09:04:00-03:00' }, '4'],
    [{ createdFrom: '0000-01-01T00:00:00Z', createdTo: '9999-12-31T23:59:59Z' }, '01234'],
    [{ createdTo: '0000-01-01T00:00:00Z' }, ''],
    [{ attendantId: 'nobody' }, ''],
    [{ beneficiaryId: "x'" }, ''],
    [{ typeKeys: ['reembolso'], open: true, unassigned: true }, '0'],
    [{ typeKeys: ['conversa'], viewModes: ['REQUEST'] }, ''],
  ])('%j selects %s', async (filter, expected) => {
    expect(await selected(filter)).toBe(expected);
  });

  it('selects by ids, and by what ids and keys have in common', async () => {
    const { types, statuses } = stored.configuration;
    expect(await selected({ typeIds: [types.conversa] })).toBe('4');
    expect(await selected({ typeIds: [types.conversa], typeKeys: ['reembolso'] })).toBe('');
    expect(await selected({ statusIds: [statuses.pago, statuses.auditoria] })).toBe('23');
    expect(await selected({ statusIds: [statuses.pago, statuses.auditoria], statusKeys: ['pago', 'aberta'] })).toBe(
      '3',
    );
    expect(await selected({ attendantId: davi })).toBe('2');
    expect(await selected({ attendantId: carla, mine: true })).toBe('1');
    expect(await selected({ beneficiaryId: bruno })).toBe('23');
    expect(await selected({ beneficiaryId: ana, unassigned: true })).toBe('04');
    expect(await selected({ beneficiaryId: newId('beneficiary', app.clock.now()) })).toBe('');
    expect(await selected({ typeIds: [statuses.pago] })).toBe('');
  });

  it('nothing is assigned to a system', async () => {
    const system = await app.client('integration', { scopes: ['occurrence:read'] });
    expect(await selected({ mine: true }, system)).toBe('');
    expect(await selected({ mine: false }, system)).toBe('01234');
  });

  it.each<[string, string]>([
    ['reembolso', '02'],
    ['REEMBOLSOS', '02'],
    ['consulta medica', '0'],
    ['autorizacao', '1'],
    ['terapia', '2'],
    ['"exames de autorização"', ''],
    ['P-3', '3'],
    ['p-3', ''],
    ['ana', '014'],
    ['conceicao', '23'],
    ['Conceição  ', '23'],
    ['0001-AB', '014'],
    ['0001-A', ''],
    ['50%_', '23'],
    ['5%', ''],
    ['_', ''],
    ["' or true --", ''],
    ['a & | ! ( :*', ''],
    ['   ', '01234'],
    ['', '01234'],
    ['nada disso', ''],
  ])('the search for %j finds %s', async (search, expected) => {
    expect(await selected({ search })).toBe(expected);
  });

  it('a search is ANDed with the rest, and takes 200 characters', async () => {
    expect(await selected({ search: 'ana', open: true, mine: true })).toBe('1');
    expect(await selected({ search: 'x'.repeat(200) })).toBe('');
    const { errors } = await attendant.execute(query, { filter: { search: 'x'.repeat(201) } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });
});
