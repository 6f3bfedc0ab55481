import { type Segment, segments } from '../../../calendar/index.js';
import type { Course } from '../course.js';
import { durationIn } from './duration.js';
import { named } from './named.js';
import type { Words } from './words.js';

/** The name of a status in the words that the reader sees; null: it is not known. */
export type NameOf = (statusId: string) => string | null;

/** How much of the time since the start counted, and how much did not and why. */
export function whereTimeWent(course: Course, words: Words, nameOf: NameOf): string {
  const spent = new Map<Segment['reason'], number>();
  const paused = new Map<string, number>();
  for (const segment of segments(course)) {
    const { reason, from, until, pausedBy } = segment;
    const time = until.getTime() - from.getTime();
    add(spent, reason, time);
    const name = pausedBy === null ? null : nameOf(pausedBy);
    if (name !== null) add(paused, name, time);
  }
  const whole = (milliseconds: number) => durationIn(words, milliseconds, { inDays: true });
  const counted = durationIn(words, spent.get('COUNTED') ?? 0, { inDays: course.counting !== 'BUSINESS_HOURS' });
  const pauses = [...paused].sort(([, one], [, other]) => other - one).map(([name, time]) => `${name} ${whole(time)}`);
  const by = pauses.length === 0 ? '' : ` (${named(pauses, words)})`;
  const parts = [
    spent.has('COUNTED') ? words.counted(counted) : null,
    spent.has('PAUSED') ? words.paused(whole(spent.get('PAUSED')!)) + by : null,
    spent.has('OUTSIDE_HOURS') ? words.outside(whole(spent.get('OUTSIDE_HOURS')!), course.counting) : null,
    spent.has('HOLIDAY') ? words.onHolidays(whole(spent.get('HOLIDAY')!)) : null,
  ];
  return words.course(parts.filter((part) => part !== null).join(', '));
}

const add = <Key>(sums: Map<Key, number>, key: Key, time: number) => sums.set(key, (sums.get(key) ?? 0) + time);
