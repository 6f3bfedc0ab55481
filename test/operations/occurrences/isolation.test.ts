import { describe, expect, it } from 'vitest';
import { startTestApp } from '../../kit/app.js';
import { Stored } from './stored.js';

const both = { applicationFilter: true, rowLevelSecurity: true };

describe('another operator’s ids', () => {
  it.each([
    ['both layers', both],
    ['the application filter alone', { ...both, rowLevelSecurity: false }],
    ['row-level security alone', { ...both, applicationFilter: false }],
  ])('lead nowhere in whatever reads, by %s', async (_, tenancy) => {
    await using app = await startTestApp({ tenancy });
    const stored = await Stored.in(app);
    const { types, statuses, tabs, feature, form, action } = stored.configuration;
    const ana = await stored.member('Ana Souza', { subject: 'ana', membershipNumber: '0001' });
    const attendantId = await stored.attendant('carla');
    const occurrence = await stored.occurrence({ beneficiaryId: ana, attendantId, protocolNumber: 'P-1' });
    const children = [
      await stored.note(occurrence, 'segredo', 'PUBLIC'),
      await stored.message(occurrence, 'segredo'),
      await stored.entry(occurrence, 'dados', {}),
      await stored.attachment(occurrence, 'segredo.pdf', true),
    ];
    const ids = [
      ...children,
      occurrence.id,
      ana,
      attendantId,
      app.operators.alfa,
      feature,
      form,
      action,
      ...[types, statuses, tabs].flatMap((elements) => Object.values(elements)),
    ];
    const own = await app.client('attendant');
    const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    for (const id of ids) expect((await own.data(node, { id })).node?.id, id).toBe(id);

    const strangers = [
      await app.client('supervisor', { operator: 'beta' }),
      await app.client('configurator', { operator: 'beta' }),
      await app.client('beneficiary', { operator: 'beta', subject: 'ana' }),
    ];
    for (const stranger of strangers) {
      for (const id of ids) expect(await stranger.data(node, { id })).toEqual({ node: null });
      expect(
        await stranger.data('query ($id: ID!) { occurrence(id: $id) { id } protocol(number: "P-1") { number } }', {
          id: occurrence.id,
        }),
      ).toEqual({ occurrence: null, protocol: null });
    }
    const [supervisor, , member] = strangers;
    const filters = [
      {},
      { typeIds: [types.reembolso] },
      { typeKeys: ['reembolso'] },
      { statusIds: [statuses.solicitado] },
      { attendantId },
      { beneficiaryId: ana },
      { search: 'P-1' },
      { search: 'ana' },
      { search: 'consulta' },
    ];
    for (const filter of filters) {
      const list =
        'query ($filter: OccurrenceFilter) { all: occurrences(filter: $filter) { totalCount nodes { id } } }';
      expect((await own.data(list, { filter })).all.totalCount, JSON.stringify(filter)).toBe(1);
      expect((await supervisor!.data(list, { filter })).all).toEqual({ totalCount: 0, nodes: [] });
      expect((await member!.data(list.replace(': occ', ': myOcc'), { filter })).all.nodes).toEqual([]);
    }
    const people =
      '{ attendants { name } beneficiaries(search: "souza") { nodes { id } } occurrenceCounters { total } }';
    expect(await supervisor!.data(people)).toEqual({
      attendants: [{ name: 'supervisor.beta' }],
      beneficiaries: { nodes: [] },
      occurrenceCounters: { total: 0 },
    });
  });
});
