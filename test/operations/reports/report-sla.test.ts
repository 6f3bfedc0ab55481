import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports, refusesRanges } from './refusals.js';
import { november, openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportSla', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) =>
    askReport(desk.paulo, 'reportSla', selection, { ...november, ...input });

  const figures = 'met breached running paused metShare';

  it('tells of what was opened whether its deadline was met, of what has one', async () => {
    // What was reopened ran on for longer than the four hours that were left.
    expect(await rows(figures)).toEqual([{ met: 1, breached: 1, running: 0, paused: 0, metShare: 0.5 }]);
  });

  it('tells it by the type and the day of the opening', async () => {
    const answer = await rows(`group { days { from } type { key } } ${figures}`, { period: 'DAY', groupBy: ['TYPE'] });
    expect(answer).toEqual([
      {
        group: { days: { from: '2026-11-23' }, type: { key: 'ligacao' } },
        met: 1,
        breached: 0,
        running: 0,
        paused: 0,
        metShare: 1,
      },
      {
        group: { days: { from: '2026-11-23' }, type: { key: 'reembolso' } },
        met: 0,
        breached: 1,
        running: 0,
        paused: 0,
        metShare: 0,
      },
    ]);
  });

  refusesRanges('reportSla', 'met', () => desk);
  refusesAsAllReports('reportSla', 'met', () => desk);
});
