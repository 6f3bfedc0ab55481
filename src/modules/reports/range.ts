import { DateTime } from 'luxon';

export const reportPeriods = ['DAY', 'WEEK', 'MONTH'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

export const mostDays = 400;

/** Far enough for anybody, and not so far that some part of the way knows no such day. */
const [firstDay, lastDay] = ['1900-01-01', '2999-12-31'];

/** Days by the clocks of a zone, both ends included (yyyy-mm-dd), and cut into periods; null: they are one. */
export interface DayRange {
  readonly from: string;
  readonly until: string;
  readonly period: ReportPeriod | null;
}

/** Its instants: `start` belongs to it, `end` does not. */
export interface ReportRange extends DayRange {
  readonly zone: string;
  readonly start: Date;
  readonly end: Date;
}

/** null: no such days, or more than may be asked for at once. */
export function rangeOf({ from, until, period }: DayRange, zone: string): ReportRange | null {
  if (!isDay(from) || !isDay(until)) return null;
  const start = DateTime.fromISO(from, { zone });
  const last = DateTime.fromISO(until, { zone });
  if (!start.isValid || !last.isValid) return null;
  const days = daysBetween(from, until);
  if (days < 1 || days > mostDays) return null;
  const end = last.plus({ days: 1 }).startOf('day');
  return { from, until, period, zone, start: start.startOf('day').toJSDate(), end: end.toJSDate() };
}

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && day >= firstDay && day <= lastDay;

/** Both included; by their names, since a day of a zone may have more or fewer hours. */
const daysBetween = (from: string, until: string): number =>
  DateTime.fromISO(until, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days + 1;

export interface Days {
  readonly from: string;
  readonly until: string;
}

const units = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** The period that begins on a day; the first and the last end where the range does. */
export function periodFrom({ from, until, period }: DayRange, firstDay: string | null): Days {
  if (period === null || firstDay === null) return { from, until };
  const first = DateTime.fromISO(firstDay, { zone: 'utc' });
  const last = first.endOf(units[period]).toISODate()!;
  return { from: firstDay < from ? from : firstDay, until: last > until ? until : last };
}

/** The first days of all periods that a range touches, in order; null for a range that is one. */
export function firstDaysOf({ from, until, period }: DayRange): (string | null)[] {
  if (period === null) return [null];
  const days: string[] = [];
  let day = DateTime.fromISO(from, { zone: 'utc' }).startOf(units[period]);
  for (; day.toISODate()! <= until; day = day.plus({ [units[period]]: 1 })) days.push(day.toISODate()!);
  return days;
}
