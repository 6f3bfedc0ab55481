import {
  type Calendar,
  type Calendars,
  type Holiday,
  type OpenHours,
  regulatoryCalendar,
  usualCalendar,
} from '../calendar/index.js';
import { type BusinessHours, type FurtherHoliday, minuteOf, weekdays } from './business-calendar.js';
import type { BusinessCalendar } from './business-calendar.entity.js';

/**
 * By a calendar that an operator has configured; null: it has chosen none. The regulator's clock goes by the operator's zone,
 * and knows only those further holidays that are meant for it.
 */
export const calendarsOf = (configured: BusinessCalendar | null, operatorZone: string): Calendars => ({
  own: configured ? ownCalendar(configured, operatorZone) : usualCalendar(operatorZone),
  regulatory: regulatoryCalendar(
    operatorZone,
    (configured?.holidays ?? []).filter((holiday) => holiday.lengthensRegulatoryAnswer).map(holidayOf),
  ),
});

const ownCalendar = ({ timeZone, weeklyHours, holidays }: BusinessCalendar, operatorZone: string): Calendar => ({
  zone: timeZone ?? operatorZone,
  week: weekOf(weeklyHours),
  holidays: holidays.map(holidayOf),
});

const weekOf = (hours: readonly BusinessHours[]): OpenHours[][] =>
  weekdays.map((day) =>
    hours
      .filter(({ weekday }) => weekday === day)
      .map(({ from, to }) => ({ from: minuteOf(from), until: minuteOf(to) }))
      .toSorted((a, b) => a.from - b.from),
  );

const holidayOf = ({ name, date, daysAfterEaster }: FurtherHoliday): Holiday =>
  date === null ? { name, daysAfterEaster: daysAfterEaster! } : { name, date };
