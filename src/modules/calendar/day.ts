import { DateTime } from 'luxon';

/** A day by the clocks of a zone. */
export interface Day {
  readonly zone: string;
  /** Of days since 1970-01-01. */
  readonly number: number;
  /** yyyy-mm-dd */
  readonly date: string;
  /** Its first instant: where clocks lose an hour at midnight that is 01:00. */
  readonly start: number;
}

export const dayMs = 24 * 60 * 60 * 1000;

export function dayOf(zone: string, instant: Date): Day {
  const { year, month, day } = DateTime.fromJSDate(instant, { zone });
  return numbered(zone, Date.UTC(year, month - 1, day) / dayMs);
}

export const dayAfter = ({ zone, number }: Day): Day => numbered(zone, number + 1);

export const dayBefore = ({ zone, number }: Day): Day => numbered(zone, number - 1);

/** 0: Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = ({ number }: Day): number => (((number + 3) % 7) + 7) % 7;

const known = new Map<string, Day>();
const most = 20_000;

/** Finding out when a day begins takes longer than all the rest of counting, and the same days come again and again. */
function numbered(zone: string, number: number): Day {
  const key = `${zone} ${number}`;
  const found = known.get(key);
  if (found) return found;
  const date = new Date(number * dayMs).toISOString().slice(0, 10);
  const made = { zone, number, date, start: startOf(zone, number, date) };
  if (known.size >= most) known.clear();
  known.set(key, made);
  return made;
}

/** Of two midnights, where clocks go back from one o'clock, the first. */
function startOf(zone: string, number: number, date: string): number {
  const start = DateTime.fromISO(date, { zone }).startOf('day').toMillis();
  const offsetBefore = DateTime.fromMillis(start - dayMs / 8, { zone }).offset * 60_000;
  const earlier = number * dayMs - offsetBefore;
  return earlier < start && DateTime.fromMillis(earlier, { zone }).toISODate() === date ? earlier : start;
}
