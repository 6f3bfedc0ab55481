import type { Calendar } from './calendar.js';
import { elapsed } from './counted-time.js';
import { dayAfter, dayBefore, dayOf } from './day.js';
import { checkOpens, isBusinessDay } from './days.js';

const minuteMs = 60_000;

/** The last instant since which so many business minutes have counted. */
export function subtractBusinessMinutes(calendar: Calendar, until: Date, minutes: number): Date {
  checkOpens(calendar);
  let rest = minutes * minuteMs;
  let end = until;
  for (let day = dayOf(calendar.zone, until); ; day = dayBefore(day)) {
    const start = new Date(day.start);
    const spans = elapsed({ calendar, counting: 'BUSINESS_HOURS', from: start, until: end });
    for (const span of spans.toReversed()) {
      if (span.reason !== 'COUNTED') continue;
      const counted = span.until.getTime() - span.from.getTime();
      if (rest <= counted) return new Date(span.until.getTime() - rest);
      rest -= counted;
    }
    end = start;
  }
}

/** The first instant of the first day, the last being the one before the day of `until`; of no days: of that day itself. */
export function subtractBusinessDays(calendar: Calendar, until: Date, days: number): Date {
  checkOpens(calendar);
  let day = dayOf(calendar.zone, until);
  for (let counted = 0; counted < days; ) {
    day = dayBefore(day);
    if (isBusinessDay(calendar, day)) counted += 1;
  }
  return new Date(day.start);
}

/** How many business days there are after the day of `from`, that of `until` included: as many as `addBusinessDays` adds. */
export function businessDaysBetween(calendar: Calendar, from: Date, until: Date): number {
  const last = dayOf(calendar.zone, until).number;
  let counted = 0;
  for (let day = dayAfter(dayOf(calendar.zone, from)); day.number <= last; day = dayAfter(day)) {
    if (isBusinessDay(calendar, day)) counted += 1;
  }
  return counted;
}
