import type { Calendar } from './calendar.js';
import { type Day, dayAfter, dayOf, weekdayOf } from './day.js';
import { holidayOn } from './holidays.js';
import { isPausedAt, type Pause } from './pause.js';

export const hoursOf = ({ week }: Calendar, day: Day) => week[weekdayOf(day)] ?? [];

export const isBusinessDay = (calendar: Calendar, day: Day): boolean =>
  hoursOf(calendar, day).length > 0 && holidayOn(calendar, day.date) === null;

/** A calendar that never opens would be walked for ever. */
export function checkOpens({ week }: Calendar): void {
  if (week.every((hours) => hours.length === 0)) throw new RangeError('The calendar has no hours at all');
}

/** The first instant of the first business day after the day of an instant. */
export function nextBusinessDay(calendar: Calendar, instant: Date): Date {
  checkOpens(calendar);
  let day = dayAfter(dayOf(calendar.zone, instant));
  while (!isBusinessDay(calendar, day)) day = dayAfter(day);
  return new Date(day.start);
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
    if (counts && !isPausedAt(pauses, next.start - 1)) counted += 1;
  }
  return new Date(next.start - 1);
}

/** As the regulator counts them. */
export const addBusinessDays = (calendar: Calendar, from: Date, days: number): Date =>
  lastInstant({ calendar, from, days, businessDaysOnly: true });
