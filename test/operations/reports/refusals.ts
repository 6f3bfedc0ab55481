import { expect, it } from 'vitest';
import { newId } from '../../../src/shared/ids.js';
import { askReport, type ReportInput } from './ask-report.js';
import { crowd } from './crowd.js';
import { november, type ReportDesk } from './report-desk.js';

/** What all reports refuse, and what they answer with nothing. `figure`: one that each has. */
export function refusesAsAllReports(
  report: string,
  figure: string,
  desk: () => ReportDesk,
  range: ReportInput = november,
): void {
  const asked = (input: ReportInput, client = desk().paulo) =>
    askReport(client, report, figure, { ...range, ...input });

  it('refuses whoever may not see attendants to group or to filter by them, and nothing else', async () => {
    const { rita, carlaId, app } = desk();
    const system = await app.client('integration', { scopes: ['report:read'] });
    for (const client of [rita, system]) {
      expect(await asked({ groupBy: ['ATTENDANT'] }, client)).toBe('FORBIDDEN');
      expect(await asked({ groupBy: ['TYPE', 'ATTENDANT'] }, client)).toBe('FORBIDDEN');
      expect(await asked({ filter: { attendantIds: [carlaId] } }, client)).toBe('FORBIDDEN');
      expect(await asked({ filter: { attendantIds: [] } }, client)).toBe('FORBIDDEN');
      expect(await asked({ groupBy: ['TYPE', 'STATUS'] }, client)).toBeInstanceOf(Array);
    }
  });

  it('is refused to attendants, and to systems without the scope', async () => {
    const { app } = desk();
    expect(await asked({}, await app.client('attendant', { subject: 'carla' }))).toBe('FORBIDDEN');
    expect(await asked({}, await app.client('integration', { scopes: ['occurrence:read'] }))).toBe('FORBIDDEN');
  });

  it('has no rows of unknown ids, of ids of another kind, of lists without any', async () => {
    const unknown = (kind: 'occurrenceType' | 'status' | 'attendant') => newId(kind, new Date(0));
    const { carlaId, operator } = desk();
    for (const filter of [
      { typeIds: [unknown('occurrenceType')] },
      { statusIds: [unknown('status'), operator.typeIds.reembolso] },
      { attendantIds: [unknown('attendant'), 'ninguém'] },
      { typeIds: [carlaId] },
      { typeIds: [] },
      { statusIds: [] },
      { attendantIds: [] },
    ]) {
      expect([filter, await asked({ filter })]).toEqual([filter, []]);
    }
  });

  // The last one: it leaves more behind than anything else has.
  it('has 500 rows at the most', async () => {
    const [first] = await crowd(desk(), 501);
    expect(await asked({ groupBy: ['ATTENDANT'] })).toBe('BAD_USER_INPUT');
    expect(await asked({ filter: { attendantIds: [first!] } })).toHaveLength(1);
  });
}

/** What those refuse that are of days. */
export function refusesRanges(report: string, figure: string, desk: () => ReportDesk): void {
  const asked = (input: ReportInput) => askReport(desk().paulo, report, figure, { ...november, ...input });

  it('is of 400 days at the most, and none whose last day comes before the first', async () => {
    expect(await asked({ from: '2026-01-01', until: '2027-02-04' })).toHaveLength(1);
    expect(await asked({ from: '2026-01-01', until: '2027-02-05' })).toBe('BAD_USER_INPUT');
    expect(await asked({ from: '2026-11-30', until: '2026-11-29' })).toBe('BAD_USER_INPUT');
  });

  it('has no rows of days without anything', async () => {
    const before = { from: '2026-10-01', until: '2026-10-31' };
    for (const period of ['DAY', 'WEEK', 'MONTH'] as const) expect(await asked({ ...before, period })).toEqual([]);
    expect(await asked(before)).toEqual([]);
  });
}
