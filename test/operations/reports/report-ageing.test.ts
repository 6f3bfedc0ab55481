import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports } from './refusals.js';
import { openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportAgeing', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) => askReport(desk.paulo, 'reportAgeing', selection, input);

  it('counts what is open by its days since the opening, without what is closed and what another operator has', async () => {
    const [row, ...others] = await rows('open buckets { fromDays untilDays count }');
    expect(others).toEqual([]);
    expect(row.open).toBe(2);
    expect(row.buckets.map(({ fromDays, untilDays, count }: any) => [fromDays, untilDays, count])).toEqual([
      [0, 1, 0],
      [2, 5, 2],
      [6, 10, 0],
      [11, 20, 0],
      [21, 30, 0],
      [31, 60, 0],
      [61, null, 0],
    ]);
  });

  it('has a row for each type with something open', async () => {
    expect(await rows('group { days { from } type { key } } open', { groupBy: ['TYPE'] })).toEqual([
      { group: { days: null, type: { key: 'cadastro' } }, open: 1 },
      { group: { days: null, type: { key: 'ligacao' } }, open: 1 },
    ]);
  });

  refusesAsAllReports('reportAgeing', 'open', () => desk, {});
});
