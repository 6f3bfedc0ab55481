import { DateTime } from 'luxon';

/** The day of an instant in the operator's zone, yyyymmdd: a request at 22:15 in Brasília belongs to that day. */
export const dayOf = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyyLLdd');

/** Whether a number is one of the regulator's shape of this operator: registry (6), day (8), sequence of the day (6). */
export const isAnsNumberOf = (ansRegistry: string, number: string): boolean =>
  /^\d{20}$/.test(number) && number.startsWith(ansRegistry);
