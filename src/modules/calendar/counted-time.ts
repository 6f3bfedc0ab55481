import { DateTime } from 'luxon';
import type { Calendar } from './calendar.js';
import { type Day, dayAfter, dayMs, dayOf } from './day.js';
import { checkOpens, hoursOf } from './days.js';
import { holidayOn } from './holidays.js';
import type { Pause } from './pause.js';

/** Which time counts: all of it, the whole of each business day, or the hours of the calendar. */
export type Counting = 'ALL' | 'BUSINESS_DAYS' | 'BUSINESS_HOURS';

export type SegmentReason = 'COUNTED' | 'OUTSIDE_HOURS' | 'HOLIDAY' | 'PAUSED';

/** A span of one kind; `from` belongs to it, `until` does not. */
export interface Segment {
  readonly from: Date;
  readonly until: Date;
  readonly reason: SegmentReason;
  /** Its name, where it is one. */
  readonly holiday: string | null;
  /** What paused it, where that is known. */
  readonly pausedBy: string | null;
}

export interface Count {
  readonly calendar: Calendar;
  readonly counting: Counting;
  readonly from: Date;
  /** In order and without overlaps. */
  readonly pauses?: readonly Pause[];
}

/** What became of the time between two instants, without a gap, each span as long as it can be. */
export const elapsed = (count: Count & { readonly until: Date }): Segment[] => [...segments(count)];

/** The same, found as far as it is asked for. */
export function* segments({ until, ...count }: Count & { readonly until: Date }): Generator<Segment> {
  let last: Segment | undefined;
  for (const span of spans(count)) {
    if (span.from >= until.getTime()) break;
    const segment: Segment = segmentOf({ ...span, until: Math.min(span.until, until.getTime()) });
    if (last && isAlike(last, segment)) {
      last = { ...segment, from: last.from };
      continue;
    }
    if (last) yield last;
    last = segment;
  }
  if (last) yield last;
}

const isAlike = (one: Segment, other: Segment): boolean =>
  one.reason === other.reason && one.holiday === other.holiday && one.pausedBy === other.pausedBy;

/** How much of the time between two instants counts, in milliseconds. */
export const countedMs = (count: Count & { readonly until: Date }): number =>
  elapsed(count).reduce(
    (sum, { from, until, reason }) => (reason === 'COUNTED' ? sum + until.getTime() - from.getTime() : sum),
    0,
  );

/** The first instant by which so many milliseconds have counted. */
export function afterCounted(count: Count, milliseconds: number): Date {
  let rest = milliseconds;
  for (const { from, until, reason } of spans(count)) {
    if (reason !== 'COUNTED') continue;
    if (rest <= until - from) return new Date(from + rest);
    rest -= until - from;
  }
  throw new RangeError('So much time never counts');
}

export const addBusinessMinutes = (calendar: Calendar, from: Date, minutes: number): Date =>
  afterCounted({ calendar, counting: 'BUSINESS_HOURS', from }, minutes * 60_000);

/** The last instant that JavaScript knows. */
const endOfTime = 8.64e15;

interface Span {
  readonly from: number;
  readonly until: number;
  readonly reason: SegmentReason;
  readonly holiday: string | null;
  readonly pausedBy: string | null;
}

const segmentOf = (span: Span): Segment => ({ ...span, from: new Date(span.from), until: new Date(span.until) });

function* spans({ calendar, counting, from, pauses = [] }: Count): Generator<Span> {
  const start = from.getTime();
  for (const span of spansOfDays(calendar, counting, from)) {
    if (span.until > start) yield* paused({ ...span, from: Math.max(span.from, start) }, pauses);
  }
}

function* spansOfDays(calendar: Calendar, counting: Counting, from: Date): Generator<Span> {
  if (counting === 'ALL') {
    yield { from: from.getTime(), until: endOfTime, reason: 'COUNTED', holiday: null, pausedBy: null };
    return;
  }
  checkOpens(calendar);
  let day = dayOf(calendar.zone, from);
  for (;;) {
    const next = dayAfter(day);
    yield* spansOfDay(calendar, counting, day, next);
    day = next;
  }
}

function* spansOfDay(calendar: Calendar, counting: Counting, day: Day, next: Day): Generator<Span> {
  const [start, end] = [day.start, next.start];
  const holiday = holidayOn(calendar, day.date);
  const hours = hoursOf(calendar, day);
  if (holiday !== null || hours.length === 0) {
    yield { from: start, until: end, reason: holiday === null ? 'OUTSIDE_HOURS' : 'HOLIDAY', holiday, pausedBy: null };
    return;
  }
  let at = start;
  for (const open of counting === 'BUSINESS_DAYS' ? [{ from: 0, until: 1440 }] : hours) {
    const from = Math.max(at, atMinute(day, next, open.from));
    const until = Math.max(from, atMinute(day, next, open.until));
    if (from > at) yield { from: at, until: from, reason: 'OUTSIDE_HOURS', holiday: null, pausedBy: null };
    if (until > from) yield { from, until, reason: 'COUNTED', holiday: null, pausedBy: null };
    at = until;
  }
  if (at < end) yield { from: at, until: end, reason: 'OUTSIDE_HOURS', holiday: null, pausedBy: null };
}

/** When the clocks show so many minutes since midnight; in an hour that they lose, when they go on after it. */
function atMinute({ zone, start }: Day, next: Day, minute: number): number {
  if (minute === 0) return start;
  if (minute === 1440) return next.start;
  // A day in which no clock is moved; to ask the zone is far slower.
  if (next.start - start === dayMs) return start + minute * 60_000;
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
  return DateTime.fromMillis(start, { zone }).set(time).toMillis();
}

function* paused(span: Span, pauses: readonly Pause[]): Generator<Span> {
  let at = span.from;
  for (const pause of pauses) {
    const from = Math.max(at, pause.from.getTime());
    const until = Math.min(span.until, pause.until?.getTime() ?? endOfTime);
    if (from >= until) continue;
    if (at < from) yield { ...span, from: at, until: from };
    yield { from, until, reason: 'PAUSED', holiday: null, pausedBy: pause.by ?? null };
    at = until;
  }
  if (at < span.until) yield { ...span, from: at };
}
