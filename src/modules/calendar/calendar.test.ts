import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessMinutes,
  businessDaysBetween,
  afterCounted,
  countedMs,
  elapsed,
  lastInstant,
  nextBusinessDay,
  regulatoryCalendar,
  subtractBusinessDays,
  subtractBusinessMinutes,
  usualCalendar,
} from './index.js';
import { holidayOn, nationalHolidays } from './holidays.js';

const brasilia = usualCalendar('America/Sao_Paulo');
const at = (local: string): Date => new Date(`${local}-03:00`);
const endOf = (day: string): Date => at(`${day}T23:59:59.999`);
const minute = 60_000;

describe('holidays', () => {
  it('are nine a year nationally since 2024, and eight before', () => {
    expect(nationalHolidays(2025).map(({ date }) => date)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-09-07',
      '2025-10-12',
      '2025-11-02',
      '2025-11-15',
      '2025-11-20',
      '2025-12-25',
    ]);
    expect(nationalHolidays(2023).map(({ date }) => date)).not.toContain('2023-11-20');
    expect(nationalHolidays(2023)).toHaveLength(8);
  });

  it('are those of every year, and those that move with Easter, as well', () => {
    const holidays = [
      { date: '09-08', name: 'Vitória' },
      { daysAfterEaster: -47, name: 'Carnaval' },
      { daysAfterEaster: 60, name: 'Corpus Christi' },
    ];
    const named = (date: string) => holidayOn({ holidays }, date);
    const carnivals = ['2024-02-13', '2025-03-04', '2026-02-17', '2027-02-09', '2028-02-29', '2038-03-09'];
    expect(carnivals.map(named)).toEqual(carnivals.map(() => 'Carnaval'));
    expect(['2024-05-30', '2025-06-19', '2026-06-04', '2027-05-27'].map(named)).toEqual(
      Array.from({ length: 4 }, () => 'Corpus Christi'),
    );
    expect([named('2026-09-08'), named('2031-09-08'), named('2026-02-16')]).toEqual(['Vitória', 'Vitória', null]);
    const regulatory = regulatoryCalendar('America/Sao_Paulo', holidays);
    expect(addBusinessDays(regulatory, at('2027-02-08T10:00'), 1)).toEqual(endOf('2027-02-10'));
  });

  it('are what a calendar names besides, each by its date', () => {
    const withCarnival = { ...brasilia, holidays: [{ date: '2026-02-17', name: 'Carnaval' }] };
    expect(addBusinessDays(withCarnival, at('2026-02-16T10:00'), 1)).toEqual(endOf('2026-02-18'));
    expect(addBusinessDays(brasilia, at('2026-02-16T10:00'), 1)).toEqual(endOf('2026-02-17'));
  });
});

describe('business days', () => {
  it.each([
    ['2025-07-01', '2025-07-08', '2025-07-10', '2025-07-15'],
    ['2025-10-10', '2025-10-17', '2025-10-21', '2025-10-24'],
    ['2025-12-24', '2026-01-02', '2026-01-06', '2026-01-09'],
    ['2026-04-30', '2026-05-08', '2026-05-12', '2026-05-15'],
    ['2026-11-18', '2026-11-26', '2026-11-30', '2026-12-03'],
  ])('of a request on %s end after five on %s, seven on %s and ten on %s', (request, five, seven, ten) => {
    const days = [5, 7, 10].map((count) => addBusinessDays(brasilia, at(`${request}T10:00`), count));
    expect(days).toEqual([endOf(five), endOf(seven), endOf(ten)]);
  });

  it('begin after the day of the request by its own clocks: 22:15 in Brasília is the next day in UTC, and of that day all the same', () => {
    expect(addBusinessDays(brasilia, at('2025-07-01T22:15'), 5)).toEqual(endOf('2025-07-08'));
    expect(addBusinessDays(brasilia, at('2025-07-02T00:00'), 5)).toEqual(endOf('2025-07-09'));
  });

  it('of a request at a weekend begin on Monday, and none of them is the end of the day itself', () => {
    expect(nextBusinessDay(brasilia, at('2025-07-05T12:00'))).toEqual(at('2025-07-07T00:00'));
    expect(addBusinessDays(brasilia, at('2025-07-05T12:00'), 1)).toEqual(endOf('2025-07-07'));
    expect(addBusinessDays(brasilia, at('2025-07-05T12:00'), 0)).toEqual(endOf('2025-07-05'));
  });

  it('that end with the clock paused take a day longer, those that are paused by day do not', () => {
    const count = { calendar: brasilia, from: at('2025-07-01T10:00'), days: 3, businessDaysOnly: true };
    const over = (from: string, until: string) =>
      lastInstant({ ...count, pauses: [{ from: at(from), until: at(until) }] });
    expect(over('2025-07-02T09:00', '2025-07-02T17:00')).toEqual(endOf('2025-07-04'));
    expect(over('2025-07-02T09:00', '2025-07-03T09:00')).toEqual(endOf('2025-07-07'));
    // On the last day itself.
    expect(over('2025-07-04T09:00', '2025-07-09T09:00')).toEqual(endOf('2025-07-09'));
  });

  it('of a calendar that never opens are refused instead of looked for without end', () => {
    const never = { ...brasilia, week: [[], [], [], [], [], [], []] };
    expect(() => addBusinessDays(never, at('2025-07-01T10:00'), 1)).toThrow(RangeError);
    expect(() => addBusinessMinutes(never, at('2025-07-01T10:00'), 1)).toThrow(RangeError);
    expect(() => nextBusinessDay(never, at('2025-07-01T10:00'))).toThrow(RangeError);
  });
});

describe('counting back', () => {
  it('finds the first instant from which so many business days are left, as notice is given', () => {
    const back = (until: string, days: number) => subtractBusinessDays(brasilia, at(until), days);
    expect(back('2025-07-08T10:00', 5)).toEqual(at('2025-07-01T00:00'));
    expect(back('2026-11-26T09:00', 5)).toEqual(at('2026-11-18T00:00'));
    expect(back('2026-01-02T23:59', 5)).toEqual(at('2025-12-24T00:00'));
    expect(back('2025-07-06T12:00', 1)).toEqual(at('2025-07-04T00:00'));
    expect(back('2025-07-06T12:00', 0)).toEqual(at('2025-07-06T00:00'));
  });

  it('finds the last instant since which so many business minutes have counted', () => {
    const back = (until: string, minutes: number) => subtractBusinessMinutes(brasilia, at(until), minutes);
    expect(back('2025-07-02T08:30', 60)).toEqual(at('2025-07-01T17:30'));
    expect(back('2025-07-07T07:00', 1)).toEqual(at('2025-07-04T17:59'));
    expect(back('2025-07-02T08:30', 30)).toEqual(at('2025-07-02T08:00'));
    expect(back('2026-04-22T09:00', 61)).toEqual(at('2026-04-20T17:59'));
  });

  it('has as many days between as were added', () => {
    const between = (from: string, until: string) => businessDaysBetween(brasilia, at(from), at(until));
    expect(between('2026-11-18T10:00', '2026-12-03T23:59:59.999')).toBe(10);
    expect(between('2025-07-04T00:00', '2025-07-06T23:59')).toBe(0);
    expect(between('2025-07-04T23:59', '2025-07-07T00:00')).toBe(1);
    expect(between('2025-07-04T10:00', '2025-07-04T18:00')).toBe(0);
  });

  it('of a calendar that never opens is refused instead of looked for without end', () => {
    const never = { ...brasilia, week: [[], [], [], [], [], [], []] };
    expect(() => subtractBusinessDays(never, at('2025-07-01T10:00'), 1)).toThrow(RangeError);
    expect(() => subtractBusinessMinutes(never, at('2025-07-01T10:00'), 1)).toThrow(RangeError);
  });
});

describe('counted time', () => {
  it('in business minutes goes on the next morning, and ends at closing time where it is used up', () => {
    expect(addBusinessMinutes(brasilia, at('2025-07-01T17:30'), 60)).toEqual(at('2025-07-02T08:30'));
    expect(addBusinessMinutes(brasilia, at('2025-07-01T17:30'), 30)).toEqual(at('2025-07-01T18:00'));
    expect(addBusinessMinutes(brasilia, at('2025-07-04T19:00'), 1)).toEqual(at('2025-07-07T08:01'));
  });

  it('explains itself span by span: counted, outside hours, a holiday by its name, paused', () => {
    const lunch = [
      { from: 480, until: 720 },
      { from: 780, until: 1080 },
    ];
    const calendar = { ...brasilia, week: [lunch, lunch, lunch, lunch, lunch, [], []] };
    const segments = elapsed({
      calendar,
      counting: 'BUSINESS_HOURS',
      from: at('2026-04-20T11:00'),
      until: at('2026-04-22T09:00'),
      pauses: [{ from: at('2026-04-20T14:00'), until: at('2026-04-20T15:00') }],
    });
    expect(segments.map(({ until, reason, holiday }) => [until, reason, holiday])).toEqual([
      [at('2026-04-20T12:00'), 'COUNTED', null],
      [at('2026-04-20T13:00'), 'OUTSIDE_HOURS', null],
      [at('2026-04-20T14:00'), 'COUNTED', null],
      [at('2026-04-20T15:00'), 'PAUSED', null],
      [at('2026-04-20T18:00'), 'COUNTED', null],
      [at('2026-04-21T00:00'), 'OUTSIDE_HOURS', null],
      [at('2026-04-22T00:00'), 'HOLIDAY', 'Tiradentes'],
      [at('2026-04-22T08:00'), 'OUTSIDE_HOURS', null],
      [at('2026-04-22T09:00'), 'COUNTED', null],
    ]);
  });

  it('has an hour less on the day that São Paulo lost one, 2018-11-04', () => {
    const everyHour = [{ from: 0, until: 1440 }];
    const calendar = { ...brasilia, week: [[], [], [], [], [], [], everyHour] };
    const count = { calendar, counting: 'BUSINESS_HOURS', from: at('2018-11-03T12:00') } as const;
    expect(countedMs({ ...count, until: new Date('2018-11-05T12:00:00-02:00') })).toBe(23 * 60 * minute);
    expect(afterCounted(count, minute)).toEqual(new Date('2018-11-04T01:01:00-02:00'));
    expect(lastInstant({ calendar, from: count.from, days: 1, businessDaysOnly: true })).toEqual(
      new Date('2018-11-04T23:59:59.999-02:00'),
    );
  });

  it('has an hour more on the day that begins twice in Havana, 2018-11-04', () => {
    const everyHour = [{ from: 0, until: 1440 }];
    const calendar = { zone: 'America/Havana', week: [[], [], [], [], [], [], everyHour], holidays: [] };
    const count = { calendar, counting: 'BUSINESS_HOURS', from: new Date('2018-11-03T12:00:00-04:00') } as const;
    expect(countedMs({ ...count, until: new Date('2018-11-05T12:00:00-05:00') })).toBe(25 * 60 * minute);
    expect(afterCounted(count, minute)).toEqual(new Date('2018-11-04T00:01:00-04:00'));
  });

  it('of all kinds is paused alike', () => {
    const pauses = [{ from: at('2025-07-01T10:30'), until: null }];
    const count = { calendar: brasilia, counting: 'ALL', from: at('2025-07-01T10:00'), pauses } as const;
    expect(countedMs({ ...count, until: at('2025-07-05T00:00') })).toBe(30 * minute);
    expect(() => afterCounted(count, 31 * minute)).toThrow(RangeError);
  });
});
