import type { Holiday } from './holidays.js';

/** Hours of one day in which time counts, in minutes since midnight by the clocks of the zone: `from` belongs to them, `until` (1440 at the most) does not. */
export interface OpenHours {
  readonly from: number;
  readonly until: number;
}

/** When an operator works: plain values, so that a deadline can be kept with the calendar that it was made with. */
export interface Calendar {
  /** Of the IANA database. */
  readonly zone: string;
  /** Monday first, seven days; in order and without overlaps. A day without hours is no business day. */
  readonly week: readonly (readonly OpenHours[])[];
  /** Besides the national ones, which hold for everybody. */
  readonly holidays: readonly Holiday[];
}

const officeHours: readonly OpenHours[] = [{ from: 8 * 60, until: 18 * 60 }];

/** The calendar of an operator that has chosen none: Monday to Friday, 08:00 to 18:00, without the national holidays. */
export const usualCalendar = (zone: string): Calendar => ({
  zone,
  week: [officeHours, officeHours, officeHours, officeHours, officeHours, [], []],
  holidays: [],
});

/** What the deadlines of an occurrence are counted by. */
export interface Calendars {
  /** The operator's own promise. */
  readonly own: Calendar;
  /** The regulator's clock. */
  readonly regulatory: Calendar;
}

/**
 * The calendar of the regulator's clock: Monday to Friday without the national holidays, whatever the operator's own hours.
 * A further holiday lengthens the deadline, hence each is the operator's choice.
 */
export const regulatoryCalendar = (zone: string, holidays: readonly Holiday[]): Calendar => ({
  ...usualCalendar(zone),
  holidays,
});
