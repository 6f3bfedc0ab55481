import { DateTime } from 'luxon';
import type { Calendar } from './calendar.js';
import { holidayOn } from './holidays.js';
import { isPausedAt, type Pause } from './pause.js';

/** The day of an instant by the clocks of a zone, at its first instant: where clocks lose an hour at midnight that is 01:00. */
export const dayOf = (zone: string, instant: Date): DateTime => DateTime.fromJSDate(instant, { zone }).startOf('day');

export const dayAfter = (day: DateTime): DateTime => day.plus({ days: 1 }).startOf('day');

export const hoursOf = ({ week }: Calendar, day: DateTime) => week[day.weekday - 1] ?? [];

export const holidayName = (calendar: Calendar, day: DateTime): string | null =>
  holidayOn(calendar, day.toFormat('yyyy-LL-dd'));

export const isBusinessDay = (calendar: Calendar, day: DateTime): boolean =>
  hoursOf(calendar, day).length > 0 && holidayName(calendar, day) === null;

/** A calendar that never opens would be walked for ever. */
export function checkOpens({ week }: Calendar): void {
  if (week.every((hours) => hours.length === 0)) throw new RangeError('The calendar has no hours at all');
}

/** The first instant of the first business day after the day of an instant. */
export function nextBusinessDay(calendar: Calendar, instant: Date): Date {
  checkOpens(calendar);
  let day = dayAfter(dayOf(calendar.zone, instant));
  while (!isBusinessDay(calendar, day)) day = dayAfter(day);
  return day.toJSDate();
}

export interface DayCount {
  readonly calendar: Calendar;
  readonly from: Date;
  /** 0: the day of `from` itself, whatever it is. */
  readonly days: number;
  readonly businessDaysOnly: boolean;
  readonly pauses?: readonly Pause[];
}

/**
 * The last instant of the last day, the first being the one after the day of `from`. A day counts where its end is reached
 * with the clock running: whatever is paused overnight takes a day longer.
 */
export function lastInstant({ calendar, from, days, businessDaysOnly, pauses = [] }: DayCount): Date {
  checkOpens(calendar);
  let next = dayAfter(dayOf(calendar.zone, from));
  for (let counted = 0; counted < days; ) {
    const day = next;
    next = dayAfter(day);
    const counts = !businessDaysOnly || isBusinessDay(calendar, day);
    if (counts && !isPausedAt(pauses, next.toMillis() - 1)) counted += 1;
  }
  return new Date(next.toMillis() - 1);
}

/** As the regulator counts them. */
export const addBusinessDays = (calendar: Calendar, from: Date, days: number): Date =>
  lastInstant({ calendar, from, days, businessDaysOnly: true });
