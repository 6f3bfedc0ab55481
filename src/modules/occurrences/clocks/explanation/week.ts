import type { Calendar, OpenHours } from '../../../calendar/index.js';
import type { Words } from './words.js';

/** "segunda a sexta, 08:00 a 18:00; sábado, 08:00 a 12:00" */
export const hoursOfWeek = ({ week }: Calendar, words: Words): string =>
  runsOf(week.map((hours) => hours.map((open) => hoursIn(open, words)).join(` ${words.and} `)))
    .map((run) => `${daysOf(run, words)}, ${run.alike}`)
    .join('; ');

/** "segunda a sexta" */
export const daysOfWeek = ({ week }: Calendar, words: Words): string =>
  runsOf(week.map((hours) => (hours.length === 0 ? '' : 'open')))
    .map((run) => daysOf(run, words))
    .join(', ');

/** Days that follow each other and are alike; those that are open alone. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly alike: string;
}

function runsOf(days: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const [day, alike] of days.entries()) {
    const before = runs.at(-1);
    if (before?.last === day - 1 && before.alike === alike) runs[runs.length - 1] = { ...before, last: day };
    else if (alike !== '') runs.push({ first: day, last: day, alike });
  }
  return runs;
}

function daysOf({ first, last }: Run, { weekdays, and, to }: Words): string {
  if (first === last) return weekdays[first]!;
  return `${weekdays[first]} ${last === first + 1 ? and : to} ${weekdays[last]}`;
}

const hoursIn = ({ from, until }: OpenHours, { to }: Words): string => `${clock(from)} ${to} ${clock(until)}`;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
