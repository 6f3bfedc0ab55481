import type { Calendar, Counting } from '../../src/modules/calendar/index.js';

// The same answers by looking at one minute, or one day, after the other: slow, and without anything of what it checks.

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const dayMs = 48 * halfHourMs;
const holidayDays = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '12-25'];

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', hour: 'numeric' });
  formats.set(timeZone, made);
  return made;
}

/** In milliseconds. A day that begins and ends with the same has it throughout; else zones change theirs on a half hour. */
function offsetAt(zone: string, instant: number): number {
  const day = Math.floor(instant / dayMs) * dayMs;
  const morning = askedOffset(zone, day);
  if (morning === askedOffset(zone, day + dayMs)) return morning;
  return askedOffset(zone, Math.floor(instant / halfHourMs) * halfHourMs);
}

function askedOffset(zone: string, instant: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const found = known.get(instant);
  if (found !== undefined) return found;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(formatOf(zone).format(instant))!;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 2 * halfHourMs + Number(minutes ?? 0) * minuteMs);
  known.set(instant, offset);
  return offset;
}

/** The local time as if it were UTC. */
const local = (zone: string, instant: number): number => instant + offsetAt(zone, instant);

/** The local day of an instant, of days since 1970-01-01. */
export const localDay = (zone: string, instant: number): number => Math.floor(local(zone, instant) / dayMs);

const offDays = new WeakMap<Calendar, Map<number, boolean>>();

export function isOff(calendar: Calendar, dayNumber: number): boolean {
  const known = offDays.get(calendar) ?? new Map<number, boolean>();
  offDays.set(calendar, known);
  const off = known.get(dayNumber) ?? isOffDay(calendar, dayNumber);
  known.set(dayNumber, off);
  return off;
}

function isOffDay(calendar: Calendar, dayNumber: number): boolean {
  const day = new Date(dayNumber * dayMs).toISOString().slice(0, 10);
  if (calendar.week[(dayNumber + 3) % 7]!.length === 0) return true;
  if (holidayDays.includes(day.slice(5)) || (day.endsWith('11-20') && day >= '2024')) return true;
  return calendar.holidays.some((holiday) => 'date' in holiday && holiday.date === day);
}

/** Whether the minute that begins at an instant counts. */
export function counts(calendar: Calendar, counting: Counting, instant: number): boolean {
  if (counting === 'ALL') return true;
  const shown = local(calendar.zone, instant);
  const dayNumber = Math.floor(shown / dayMs);
  if (isOff(calendar, dayNumber)) return false;
  if (counting === 'BUSINESS_DAYS') return true;
  const minute = Math.floor((shown - dayNumber * dayMs) / minuteMs);
  return calendar.week[(dayNumber + 3) % 7]!.some(({ from, until }) => from <= minute && minute < until);
}
