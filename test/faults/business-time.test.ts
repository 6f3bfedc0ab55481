import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessMinutes,
  businessDaysBetween,
  type Calendar,
  countedMs,
  subtractBusinessDays,
  subtractBusinessMinutes,
} from '../../src/modules/calendar/index.js';
import { times } from '../kit/faults.js';
import { counts, isOff, localDay } from './minute-by-minute.js';

const minuteMs = 60_000;
const zones = [
  'America/Sao_Paulo',
  'America/Noronha',
  'America/Rio_Branco',
  'America/New_York',
  'Europe/Lisbon',
  // Clocks that are moved at midnight, so that a day begins at one o'clock or twice, and half an hour to the east.
  'America/Santiago',
  'America/Havana',
  'Atlantic/Azores',
  'Asia/Kolkata',
];

/** mulberry32 */
function chanceOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** By day: at night clocks are moved, where whole days look. */
function someHours(below: (limit: number) => number): Calendar['week'][number] {
  const from = 240 + below(400);
  const until = from + 1 + below(400);
  const again = until + 1 + below(200);
  return below(3) === 0
    ? [
        { from, until },
        { from: again, until: Math.min(1440, again + 1 + below(300)) },
      ]
    : [{ from, until }];
}

function someCalendar(below: (limit: number) => number, year: number): Calendar {
  const allDay = below(4) === 0;
  return {
    zone: zones[below(zones.length)]!,
    week: [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
      if (weekday !== 2 && below(4) === 0) return [];
      return allDay ? [{ from: 0, until: 1440 }] : someHours(below);
    }),
    holidays: Array.from({ length: below(4) }, () => ({
      date: new Date(Date.UTC(year, below(12), 1 + below(28))).toISOString().slice(0, 10),
      name: 'Feriado local',
    })),
  };
}

const cases = times(2_000, 100_000);

describe(`${cases} calendars and requests by chance, from a seed`, { timeout: cases * 20 }, () => {
  it('have the business days that a count day by day finds', () => {
    const below = chanceOf(623);
    for (let run = 0; run < cases; run += 1) {
      const year = 2016 + below(14);
      const calendar = someCalendar(below, year);
      const from = Date.UTC(year, 0, 1) + below(365 * 24 * 60) * minuteMs;
      const days = below(12);
      let day = localDay(calendar.zone, from);
      for (let counted = 0; counted < days; ) {
        day += 1;
        if (!isOff(calendar, day)) counted += 1;
      }
      const due = addBusinessDays(calendar, new Date(from), days).getTime();
      const lastDay = (instant: number) => localDay(calendar.zone, instant);
      expect([run, lastDay(due), lastDay(due + 1)]).toEqual([run, day, day + 1]);
    }
  });

  it('have the business minutes that a count minute by minute finds, pauses and lost hours included', () => {
    const below = chanceOf(2024);
    for (let run = 0; run < cases; run += 1) {
      const year = 2016 + below(14);
      const calendar = someCalendar(below, year);
      // Often around a night in which clocks were moved.
      const start = below(3) === 0 ? Date.UTC(2018, 10, 1) : Date.UTC(year, 0, 1) + below(365 * 24 * 60) * minuteMs;
      const from = start + below(3 * 24 * 60) * minuteMs;
      const minutes = 1 + below(900);
      let at = from;
      for (let counted = 0; counted < minutes; at += minuteMs) if (counts(calendar, 'BUSINESS_HOURS', at)) counted += 1;
      expect([run, addBusinessMinutes(calendar, new Date(from), minutes)]).toEqual([run, new Date(at)]);

      const pauseFrom = from + below(600) * minuteMs;
      const pauseUntil = pauseFrom + below(2_000) * minuteMs;
      const pauses = [{ from: new Date(pauseFrom), until: new Date(pauseUntil) }];
      let whileRunning = 0;
      for (let instant = from; instant < at; instant += minuteMs) {
        const paused = pauseFrom <= instant && instant < pauseUntil;
        if (!paused && counts(calendar, 'BUSINESS_HOURS', instant)) whileRunning += 1;
      }
      const count = {
        calendar,
        counting: 'BUSINESS_HOURS',
        from: new Date(from),
        until: new Date(at),
        pauses,
      } as const;
      expect([run, countedMs(count)]).toEqual([run, whileRunning * minuteMs]);
    }
  });

  it('have as many business days back, and between, as a count day by day finds', () => {
    const below = chanceOf(2027);
    for (let run = 0; run < cases; run += 1) {
      const year = 2016 + below(14);
      const calendar = someCalendar(below, year);
      const until = Date.UTC(year, 0, 1) + below(365 * 24 * 60) * minuteMs;
      const days = below(12);
      const dayNumberOf = (instant: number) => localDay(calendar.zone, instant);
      let day = dayNumberOf(until);
      const further = isOff(calendar, day) ? 0 : 1;
      for (let counted = 0; counted < days; ) {
        day -= 1;
        if (!isOff(calendar, day)) counted += 1;
      }
      const first = subtractBusinessDays(calendar, new Date(until), days);
      const at = first.getTime();
      expect([run, dayNumberOf(at), dayNumberOf(at - 1)]).toEqual([run, day, day - 1]);
      // Between the two the day of the later counts where it is a business day, that of the earlier never.
      const between = days === 0 ? 0 : days - 1 + further;
      expect([run, businessDaysBetween(calendar, first, new Date(until))]).toEqual([run, between]);
      const added = addBusinessDays(calendar, new Date(until), days);
      expect([run, businessDaysBetween(calendar, new Date(until), added)]).toEqual([run, days]);
    }
  });

  it('have as many business minutes back as a count minute by minute finds, and forth again', () => {
    const below = chanceOf(1988);
    for (let run = 0; run < cases; run += 1) {
      const year = 2016 + below(14);
      const calendar = someCalendar(below, year);
      const start = below(3) === 0 ? Date.UTC(2018, 10, 4) : Date.UTC(year, 0, 1) + below(365 * 24 * 60) * minuteMs;
      const until = start + below(3 * 24 * 60) * minuteMs;
      const minutes = 1 + below(900);
      let at = until;
      for (let counted = 0; counted < minutes; ) {
        at -= minuteMs;
        if (counts(calendar, 'BUSINESS_HOURS', at)) counted += 1;
      }
      const from = subtractBusinessMinutes(calendar, new Date(until), minutes);
      expect([run, from]).toEqual([run, new Date(at)]);
      const there = { calendar, counting: 'BUSINESS_HOURS', from, until: new Date(until) } as const;
      expect([run, countedMs(there)]).toEqual([run, minutes * minuteMs]);
      // Forth again it ends when the last minute has counted, whatever came after that.
      let end = until;
      while (!counts(calendar, 'BUSINESS_HOURS', end - minuteMs)) end -= minuteMs;
      expect([run, addBusinessMinutes(calendar, from, minutes)]).toEqual([run, new Date(end)]);
    }
  });
});
