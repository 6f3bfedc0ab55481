import { DateTime } from 'luxon';

/** A day has six digits of numbers. */
export const mostOfADay = 999_999;

/** The day of an instant in the operator's zone, yyyymmdd: a request at 22:15 in Brasília belongs to that day. */
export const dayOf = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyyLLdd');

/** The regulator's 20 digits: registry (6), day (8), sequence of the day (6). */
export const ansNumber = (ansRegistry: string, day: string, sequence: number): string =>
  `${ansRegistry}${day}${String(sequence).padStart(6, '0')}`;

/** Whether a number has the shape of those that this operator issues itself. */
export const isAnsNumberOf = (ansRegistry: string, number: string): boolean =>
  /^\d{20}$/.test(number) && number.startsWith(ansRegistry);
