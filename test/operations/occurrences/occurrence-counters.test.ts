import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '../../kit/app.js';
import { Stored } from './stored.js';

const query = `query ($filter: OccurrenceFilter) {
  occurrenceCounters(filter: $filter) {
    total unassigned byStatus { status { key } count } bySlaState { state count } byRegulatoryState { state count }
  }
}`;

describe('occurrenceCounters', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const stored = await Stored.in(app);
    const carla = await stored.attendant('carla');
    const beneficiaryId = await stored.member('Ana');
    await stored.occurrence({ status: 'pago', beneficiaryId, attendantId: carla });
    for (let count = 0; count < 2; count++) await stored.occurrence({ status: 'solicitado', beneficiaryId });
    await stored.occurrence({ status: 'auditoria', beneficiaryId, attendantId: carla });
    await stored.occurrence({ status: 'aberta', beneficiaryId });
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const counted = async (filter: object | null) =>
    (await (await app.client('attendant', { subject: 'carla' })).data(query, { filter })).occurrenceCounters;

  it('count in total, by status and what nobody has', async () => {
    expect(await counted(null)).toEqual({
      total: 5,
      unassigned: 3,
      byStatus: [
        { status: { key: 'aberta' }, count: 1 },
        { status: { key: 'solicitado' }, count: 2 },
        { status: { key: 'auditoria' }, count: 1 },
        { status: { key: 'pago' }, count: 1 },
      ],
      bySlaState: [],
      byRegulatoryState: [],
    });
  });

  it('count what a filter selects', async () => {
    expect(await counted({ mine: true })).toMatchObject({
      total: 2,
      unassigned: 0,
      byStatus: [
        { status: { key: 'auditoria' }, count: 1 },
        { status: { key: 'pago' }, count: 1 },
      ],
    });
    expect(await counted({ slaStates: [] })).toMatchObject({ total: 0, unassigned: 0, byStatus: [] });
  });

  it('are for those who may read all occurrences', async () => {
    const { errors } = await (await app.client('beneficiary')).execute(query);
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    const other = await app.client('attendant', { operator: 'beta' });
    expect((await other.data(query)).occurrenceCounters).toMatchObject({ total: 0, byStatus: [] });
  });
});
