import { type Problem, problem } from '../../shared/problem.js';
import { checkName } from '../configuration/index.js';
import type { FurtherHoliday } from './business-calendar.js';

const mostHolidays = 100;

/** Both stay within the year of the Easter that they belong to. */
const [earliest, latest] = [-80, 100];

/** Every problem of further holidays, each with its path. */
export function checkHolidays(holidays: readonly FurtherHoliday[], path: readonly string[]): Problem[] {
  if (holidays.length > mostHolidays) {
    return [problem('INVALID', `${mostHolidays} further holidays at the most.`, path)];
  }
  const known = new Set<string>();
  return holidays.flatMap((holiday, index) => {
    const place = [...path, `${index}`];
    const problems = [...checkName(holiday.name, [...place, 'name']), ...checkDay(holiday, place)];
    const { date, daysAfterEaster } = holiday;
    const day = date ?? `Easter ${daysAfterEaster}`;
    if (known.has(day) && problems.length === 0) {
      problems.push(problem('TAKEN', 'It is there already.', [...place, date === null ? 'daysAfterEaster' : 'date']));
    }
    known.add(day);
    return problems;
  });
}

function checkDay({ date, daysAfterEaster }: FurtherHoliday, path: readonly string[]): Problem[] {
  if (date === null && daysAfterEaster === null) {
    return [problem('REQUIRED', 'A holiday has either date or daysAfterEaster.', [...path, 'date'])];
  }
  if (date !== null && daysAfterEaster !== null) {
    return [problem('INVALID', 'A holiday has either date or daysAfterEaster.', [...path, 'daysAfterEaster'])];
  }
  if (date !== null) {
    const message = 'A date is "2027-09-08", or "09-08" for every year.';
    return isDate(date) ? [] : [problem('INVALID', message, [...path, 'date'])];
  }
  return daysAfterEaster! >= earliest && daysAfterEaster! <= latest
    ? []
    : [problem('INVALID', `${earliest} to ${latest} days after Easter.`, [...path, 'daysAfterEaster'])];
}

/** A day that there is; "02-29" is one in leap years. */
function isDate(date: string): boolean {
  if (!/^(?:20\d\d-)?\d\d-\d\d$/.test(date)) return false;
  const whole = date.length === 5 ? `2028-${date}` : date;
  const instant = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(whole);
}
