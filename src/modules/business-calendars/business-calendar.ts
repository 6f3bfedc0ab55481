// A calendar as its operator configures it: plain data, no rows, no GraphQL.

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** By the clocks of the zone, "08:00" to "12:00": `to` does not belong to them, and may be "24:00". */
export interface BusinessHours {
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

/** Besides the national ones; has either `date` or `daysAfterEaster`. */
export interface FurtherHoliday {
  readonly name: string;
  /** yyyy-mm-dd, or mm-dd: every year. */
  readonly date: string | null;
  readonly daysAfterEaster: number | null;
  readonly lengthensRegulatoryAnswer: boolean;
}

/** "08:30" as minutes since midnight. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
