import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReport, type ReportInput } from './ask-report.js';
import { refusesAsAllReports, refusesRanges } from './refusals.js';
import { november, openReportDesk, type ReportDesk } from './report-desk.js';

describe('reportBacklog', () => {
  let desk: ReportDesk;
  beforeAll(async () => {
    desk = await openReportDesk();
  }, 60_000);
  afterAll(() => desk[Symbol.asyncDispose]());
  const rows = (selection: string, input: ReportInput = {}) =>
    askReport(desk.paulo, 'reportBacklog', selection, { ...november, ...input });

  const byDay = async (input: ReportInput = {}) => {
    const week = { from: '2026-11-23', until: '2026-11-30', period: 'DAY', ...input } as const;
    const answer = await rows('group { days { from } } open', week);
    return answer.map(({ group, open }: any) => [group.days.from, open]);
  };

  it('counts what was open at the end of each day, and nothing of days to come', async () => {
    expect(await byDay()).toEqual([
      ['2026-11-23', 3],
      ['2026-11-24', 2],
      ['2026-11-25', 3],
      ['2026-11-26', 2],
    ]);
  });

  it('counts it by the status that it had then', async () => {
    const { operator } = desk;
    const [opened] = [...operator.statuses.values()].filter(
      ({ key, typeId }) => key === 'aberto' && typeId === operator.typeIds.cadastro,
    );
    expect(await byDay({ filter: { statusIds: [opened!.id] } })).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 1],
    ]);
  });

  it('is of the end of the range unless it is cut', async () => {
    expect(await rows('open', { from: '2026-11-23', until: '2026-11-25' })).toEqual([{ open: 3 }]);
    expect(await rows('open')).toEqual([{ open: 2 }]);
  });

  it('is nothing of a range that is yet to come', async () => {
    expect(await rows('open', { from: '2026-11-27', until: '2026-11-30' })).toEqual([]);
  });

  refusesRanges('reportBacklog', 'open', () => desk);
  refusesAsAllReports('reportBacklog', 'open', () => desk);
});
