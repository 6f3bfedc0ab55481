import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports, refusesRanges } from './refusals.js';
import { november, openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportVolume', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) =>
    askReport(desk.paulo, 'reportVolume', selection, { ...november, ...input });

  const figures = 'opened resolved closed closedUnresolved reopened';

  it('counts what happened, without what another operator did', async () => {
    expect(await rows(figures)).toEqual([{ opened: 3, resolved: 2, closed: 2, closedUnresolved: 1, reopened: 1 }]);
  });

  it('counts it on the days that it happened on, by the status it led to', async () => {
    const by = { period: 'DAY', groupBy: ['STATUS'], filter: { typeIds: [desk.operator.typeIds.reembolso] } } as const;
    const answer = await rows(`group { days { from until } status { key } } ${figures}`, by);
    expect(
      answer.map(({ group: { days, status }, ...of }: any) => [
        days.from,
        days.until,
        status.key,
        ...Object.values(of),
      ]),
    ).toEqual([
      ['2026-11-23', '2026-11-23', 'aberto', 1, 0, 0, 0, 0],
      ['2026-11-23', '2026-11-23', 'atendimento', 0, 0, 0, 0, 0],
      ['2026-11-24', '2026-11-24', 'pago', 0, 1, 1, 0, 0],
      ['2026-11-25', '2026-11-25', 'atendimento', 0, 0, 0, 0, 1],
      ['2026-11-26', '2026-11-26', 'cancelado', 0, 0, 1, 1, 0],
    ]);
  });

  refusesRanges('reportVolume', 'opened', () => desk);
  refusesAsAllReports('reportVolume', 'opened', () => desk);
});
