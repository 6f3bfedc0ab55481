import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports, refusesRanges } from './refusals.js';
import { november, openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportTimes', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) =>
    askReport(desk.paulo, 'reportTimes', selection, { ...november, ...input });

  const durations = '{ count medianMinutes p90Minutes averageMinutes }';
  const of = (time: any) => [time.calendar, time.business].map((each) => Object.values(each));

  it('measures by the clock and by the calendar of each type, to the first attendance and to the resolution', async () => {
    const time = `{ calendar ${durations} business ${durations} }`;
    const [row] = await rows(`firstAttendance ${time} resolution ${time}`);
    // 2 h, 2 h and 51 h; of these 19.5 h by the shifts of Manaus that the type without a deadline names.
    expect(of(row.firstAttendance)).toEqual([
      [3, 120, 3060, 1100],
      [3, 120, 1170, 470],
    ]);
    expect(of(row.resolution)).toEqual([
      [2, 1560, 3060, 2310],
      [2, 720, 1170, 945],
    ]);
  });

  it('has no row where nothing was attended to or resolved, and no minutes where nothing was measured', async () => {
    const { operator, daviId } = desk;
    const answer = await rows(`group { days { from } } resolution { calendar ${durations} }`, {
      period: 'DAY',
      filter: { typeIds: [operator.typeIds.ligacao], attendantIds: [daviId] },
    });
    const none = { count: 0, medianMinutes: null, p90Minutes: null, averageMinutes: null };
    expect(answer).toEqual([{ group: { days: { from: '2026-11-23' } }, resolution: { calendar: none } }]);
  });

  refusesRanges('reportTimes', 'resolution { calendar { count } }', () => desk);
  refusesAsAllReports('reportTimes', 'resolution { calendar { count } }', () => desk);
});
