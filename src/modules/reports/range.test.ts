import { describe, expect, it } from 'vitest';
import { firstDaysOf, periodFrom, rangeOf } from './range.js';

const zone = 'America/Sao_Paulo';
const days = (from: string, until: string) => ({ from, until, period: null });

describe('the range of a report', () => {
  it('reaches from the first midnight of its zone to the one after its last day', () => {
    expect(rangeOf(days('2026-11-01', '2026-11-30'), zone)).toMatchObject({
      start: new Date('2026-11-01T03:00:00Z'),
      end: new Date('2026-12-01T03:00:00Z'),
    });
  });

  it('has days of 23 and of 25 hours, and one that begins at one in the morning', () => {
    const hours = (day: string, of = zone): number => {
      const { start, end } = rangeOf(days(day, day), of)!;
      return (end.getTime() - start.getTime()) / 3_600_000;
    };
    expect([hours('2018-11-04'), hours('2019-02-16'), hours('2018-11-05')]).toEqual([23, 25, 24]);
    expect([hours('2018-11-04', 'America/New_York'), hours('2019-03-10', 'America/New_York')]).toEqual([25, 23]);
    expect(rangeOf(days('2018-11-04', '2018-11-04'), zone)!.start).toEqual(new Date('2018-11-04T03:00:00Z'));
  });

  it('is of 400 days at the most, and of one at the least', () => {
    expect(rangeOf(days('2026-01-01', '2027-02-04'), zone)).not.toBeNull();
    expect(rangeOf(days('2026-01-01', '2027-02-05'), zone)).toBeNull();
    expect(rangeOf(days('2026-01-01', '2026-01-01'), zone)).not.toBeNull();
    expect(rangeOf(days('2026-01-02', '2026-01-01'), zone)).toBeNull();
  });

  it.each([
    ['2026-02-30', '2026-03-01'],
    ['2026-01-01', '2026-1-2'],
    ['1899-12-31', '1900-01-01'],
    ['2999-12-31', '3000-01-01'],
    ['+010000-01-01', '+010000-01-02'],
  ])('is none from %s until %s', (from, until) => {
    expect(rangeOf(days(from, until), zone)).toBeNull();
  });
});

describe('the periods of a range', () => {
  const range = { from: '2026-11-04', until: '2026-12-02' };

  it('are itself unless it is cut', () => {
    expect(firstDaysOf({ ...range, period: null })).toEqual([null]);
    expect(periodFrom({ ...range, period: null }, null)).toEqual(range);
  });

  it('are weeks from Monday, the first and the last one shorter', () => {
    const weekly = { ...range, period: 'WEEK' } as const;
    const firstDays = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];
    expect(firstDaysOf(weekly)).toEqual(firstDays);
    expect(firstDays.map((day) => Object.values(periodFrom(weekly, day)).join(' '))).toEqual([
      '2026-11-04 2026-11-08',
      '2026-11-09 2026-11-15',
      '2026-11-16 2026-11-22',
      '2026-11-23 2026-11-29',
      '2026-11-30 2026-12-02',
    ]);
  });

  it('are months', () => {
    const monthly = { ...range, period: 'MONTH' } as const;
    expect(firstDaysOf(monthly)).toEqual(['2026-11-01', '2026-12-01']);
    expect(periodFrom(monthly, '2026-11-01')).toEqual({ from: '2026-11-04', until: '2026-11-30' });
    expect(periodFrom(monthly, '2026-12-01')).toEqual({ from: '2026-12-01', until: '2026-12-02' });
  });

  it('are days, over a change of clocks', () => {
    expect(firstDaysOf({ from: '2018-11-03', until: '2018-11-05', period: 'DAY' })).toEqual([
      '2018-11-03',
      '2018-11-04',
      '2018-11-05',
    ]);
  });
});
