import { type Problem, problem } from '../../shared/problem.js';
import { isTimeOfDay } from '../operators/index.js';
import { type BusinessHours, minuteOf } from './business-calendar.js';

/** Ten spans on each day of the week. */
const mostSpans = 70;

/** Of a week, in minutes: a deadline of the longest policy is found by walking the calendar, week by week. */
const leastOpen = 240;

/** Every problem of the hours of a week, each with its path. */
export function checkWeeklyHours(hours: readonly BusinessHours[], path: readonly string[]): Problem[] {
  if (hours.length === 0) return [problem('REQUIRED', 'A week without hours never opens.', path)];
  if (hours.length > mostSpans) return [problem('INVALID', `A week has ${mostSpans} spans at the most.`, path)];
  const problems = hours.flatMap((span, index) => checkSpan(span, [...path, `${index}`]));
  if (problems.length > 0) return problems;
  const overlaps = checkOverlaps(hours, path);
  if (overlaps.length > 0) return overlaps;
  const open = hours.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
  return open < leastOpen ? [problem('INVALID', `A week opens for ${leastOpen} minutes at the least.`, path)] : [];
}

function checkSpan({ from, to }: BusinessHours, path: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (!isTimeOfDay(from)) {
    problems.push(problem('INVALID', 'Hours begin at hours and minutes, "00:00" to "23:59".', [...path, 'from']));
  }
  if (!isTimeOfDay(to) && to !== '24:00') {
    problems.push(problem('INVALID', 'Hours end at hours and minutes, "00:01" to "24:00".', [...path, 'to']));
  }
  if (problems.length > 0 || from < to) return problems;
  const message =
    from === to
      ? 'They end when they begin: the whole day is "00:00" to "24:00".'
      : 'They end before they begin: hours over midnight are two, one for each day.';
  return [problem('INVALID', message, [...path, 'to'])];
}

/** Of two that overlap the one that begins later is at fault, of two that begin together the one that was given later. */
function checkOverlaps(hours: readonly BusinessHours[], path: readonly string[]): Problem[] {
  const inOrder = hours
    .map((span, index) => ({ ...span, index }))
    .toSorted((a, b) => minuteOf(a.from) - minuteOf(b.from));
  return [...Map.groupBy(inOrder, ({ weekday }) => weekday).values()].flatMap((ofDay) => {
    let longest = ofDay[0]!;
    return ofDay.slice(1).flatMap((span) => {
      const { from, to } = longest;
      const overlaps = span.from < to;
      if (span.to > to) longest = span;
      const message = `They overlap with "${from}" to "${to}" of the same day.`;
      return overlaps ? [problem('INVALID', message, [...path, `${span.index}`, 'from'])] : [];
    });
  });
}
