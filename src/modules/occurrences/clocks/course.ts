import { countedMs, type Segment, segments } from '../../calendar/index.js';
import type { Deadline, Standing } from './deadline.js';

/** What a clock counts, from its start until now, or until it stopped. */
export type Course = Parameters<typeof segments>[0];

const minuteMs = 60_000;

/** Of so many stretches at the most, from an instant on. */
export function segmentsAfter(course: Course, after: Date | null, most: number): Segment[] {
  const from = after && after > course.from ? after : course.from;
  return [...segments({ ...course, from }).take(most)];
}

export const countedMinutesIn = ({ reason, from, until }: Segment): number =>
  reason === 'COUNTED' ? (until.getTime() - from.getTime()) / minuteMs : 0;

export const countedMinutesOf = (course: Course): number => countedMs(course) / minuteMs;

/** What is left of the time that a deadline counts; of a late one, how much too much it took. */
export function balanceOf({ dueAt }: Pick<Deadline, 'dueAt'>, { stoppedAt, pausedAt }: Standing, course: Course) {
  const due = new Date(dueAt);
  // A clock that stands still would go on from where it came to stand.
  const at = stoppedAt ?? pausedAt ?? course.until;
  const late = at > due;
  const [from, until] = late ? [due, at] : [at, due];
  const pauses = course.pauses?.filter((pause) => pause.from < at) ?? [];
  return { late, milliseconds: countedMs({ ...course, pauses, from, until }) };
}

/** In whole minutes: what has begun is not left any more. Late is less than nothing, even where nothing has counted since. */
export function remainingMinutesOf(
  deadline: Pick<Deadline, 'dueAt'>,
  standing: Standing,
  course: Course,
): number | null {
  if (standing.stoppedAt) return null;
  const { late, milliseconds } = balanceOf(deadline, standing, course);
  return late ? Math.min(-1, -Math.ceil(milliseconds / minuteMs)) : Math.floor(milliseconds / minuteMs);
}
