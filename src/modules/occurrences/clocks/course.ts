import { countedMs, type Segment, segments } from '../../calendar/index.js';

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
