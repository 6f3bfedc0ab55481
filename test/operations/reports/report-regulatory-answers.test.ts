import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports, refusesRanges } from './refusals.js';
import { november, openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportRegulatoryAnswers', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) =>
    askReport(desk.paulo, 'reportRegulatoryAnswers', selection, { ...november, ...input });

  const figures = 'inTime late lateUnanswered pending inTimeShare';

  it('tells of what needs an answer whether it was given in time: by its first one, and once', async () => {
    expect(await rows(figures)).toEqual([{ inTime: 1, late: 0, lateUnanswered: 0, pending: 0, inTimeShare: 1 }]);
  });

  it('tells it of the day of the opening, by what it is now', async () => {
    const answer = await rows('group { days { from } status { key } attendant { id } } inTime', {
      period: 'DAY',
      groupBy: ['STATUS', 'ATTENDANT'],
    });
    const group = { days: { from: '2026-11-23' }, status: { key: 'cancelado' }, attendant: { id: desk.carlaId } };
    expect(answer).toEqual([{ group, inTime: 1 }]);
  });

  refusesRanges('reportRegulatoryAnswers', 'inTime', () => desk);
  refusesAsAllReports('reportRegulatoryAnswers', 'inTime', () => desk);
});
