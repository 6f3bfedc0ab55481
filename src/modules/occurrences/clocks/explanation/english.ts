import type { RegulatoryKind, SlaUnit } from '../../../workflow/model.js';
import type { Words } from './words.js';

const units: Readonly<Record<SlaUnit, readonly [string, string]>> = {
  MINUTES: ['minute', 'minutes'],
  HOURS: ['hour', 'hours'],
  DAYS: ['calendar day', 'calendar days'],
  BUSINESS_HOURS: ['business hour', 'business hours'],
  BUSINESS_DAYS: ['business day', 'business days'],
};

const answers: Readonly<Record<RegulatoryKind, string>> = {
  URGENT: 'at once, by the end of the day of the request',
  ASSISTENTIAL_OTHER: 'within 5 business days, the first being the one after the request',
  HIGH_COMPLEXITY_OR_ELECTIVE_ADMISSION: 'within 10 business days, the first being the one after the request',
  NON_ASSISTENTIAL: 'within 7 business days, the first being the one after the request',
  OMBUDSMAN_REANALYSIS: 'within 7 business days, the first being the one after the request for re-analysis',
};

export const english: Words = {
  formats: { day: 'yyyy-LL-dd', instant: 'yyyy-LL-dd HH:mm' },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  and: 'and',
  to: 'to',
  now: 'now',
  days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
  lessThanAMinute: 'less than 1 min',
  more: (count) => `${count} more`,

  ownDeadline: ({ amount, unit, metric }) =>
    `The operator's own deadline: ${amount} ${units[unit][amount === 1 ? 0 : 1]} until ${metric === 'RESOLUTION' ? 'resolution' : 'the first response'}.`,
  answer: (kind) => `Answer demanded by RN 623/2024: ${answers[kind]}.`,
  span: (from, to, zone) => `Counted from ${from} to ${to}, time zone ${zone}.`,
  openHours: (week) => `Business hours: ${week}.`,
  businessDays: (week) => `Business days: ${week}.`,
  holidays: (names) => `Holidays not counted: ${names}.`,
  noHolidays: 'No holidays in between.',
  pauses: (spans) => `Pauses: ${spans}.`,
  noPauses: 'No pauses.',
  neverPauses: 'It never pauses.',

  late: (by) => `Late by ${by} of counted time.`,
  metLate: (at, by) => `Met on ${at}, late by ${by} of counted time.`,
  met: (at) => `Met in time, on ${at}.`,
  course: (parts) => `Since the start: ${parts}.`,
  counted: (time) => `${time} of counted time`,
  paused: (time) => `${time} paused`,
  outside: (time, counting) =>
    `${time} ${counting === 'BUSINESS_HOURS' ? 'outside business hours' : 'on days that are no business days'}`,
  onHolidays: (time) => `${time} on holidays`,
};
