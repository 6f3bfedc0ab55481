import { describe, expect, it } from 'vitest';
import { type Calendar, countedMs, usualCalendar } from '../../src/modules/calendar/index.js';
import type { SlaPolicy, SlaUnit } from '../../src/modules/workflow/model.js';
import { decideCreate } from '../../src/modules/occurrences/decide/create.js';
import { decideMove } from '../../src/modules/occurrences/decide/move.js';
import { decideReopen } from '../../src/modules/occurrences/decide/reopen.js';
import { Chance } from '../../src/modules/occurrences/random-walk.fixture.js';
import { made, sampleStatus, sampleType, statusNamed } from '../../src/modules/occurrences/samples.fixture.js';
import { isClosed, type OccurrenceState } from '../../src/modules/occurrences/state.js';
import { slaView } from '../../src/modules/occurrences/clocks/clock-view.js';
import {
  countedMinutesIn,
  countedMinutesOf,
  type Course,
  segmentsAfter,
} from '../../src/modules/occurrences/clocks/course.js';
import { standingOf, startSla } from '../../src/modules/occurrences/clocks/sla.js';
import { counts, isOff, localDay } from './minute-by-minute.js';

// Histories by chance, from seeds, so that a failure comes again; every fiftieth is counted minute by minute as well.
const histories = 10_000;
const counted = 50;

const minuteMs = 60_000;
const units: readonly SlaUnit[] = ['MINUTES', 'HOURS', 'DAYS', 'BUSINESS_HOURS', 'BUSINESS_DAYS'];
const amounts: Readonly<Record<SlaUnit, number>> = {
  MINUTES: 6_000,
  HOURS: 100,
  DAYS: 6,
  BUSINESS_HOURS: 30,
  BUSINESS_DAYS: 6,
};

// With the nights in which each moved its clocks.
const zones: readonly (readonly [string, ...string[]])[] = [
  ['America/Sao_Paulo', '2018-11-04', '2018-02-18', '2024-02-29', '2026-01-01'],
  ['America/New_York', '2025-03-09', '2025-11-02', '2024-02-29'],
  ['Europe/Lisbon', '2025-03-30', '2025-10-26', '2026-01-01'],
  ['Australia/Lord_Howe', '2025-04-06', '2025-10-05', '2026-01-01'],
];
const office = [{ from: 480, until: 1080 }];
const lunch = [
  { from: 500, until: 720 },
  { from: 785, until: 1080 },
];
const always = [{ from: 0, until: 1440 }];
const weeks: Calendar['week'][] = [
  usualCalendar('').week,
  [lunch, lunch, lunch, lunch, lunch, [{ from: 540, until: 720 }], []],
  [always, always, always, always, always, always, always],
  [[], office, [], office, [], always, always],
];

const type = sampleType({
  tabs: [],
  statuses: [
    sampleStatus('aberto', { isDefault: true }),
    sampleStatus('analise', { startsAttendance: true }),
    sampleStatus('pendente', { pausesSla: true }),
    sampleStatus('junta', { pausesSla: true }),
    sampleStatus('resolvido', { resolves: true }),
    sampleStatus('cancelado', { closes: true }),
  ],
});

interface History {
  readonly state: OccurrenceState;
  readonly now: Date;
  /** In which status since when, as it was told. */
  readonly stays: readonly { readonly key: string; readonly since: number }[];
}

function historyOf(seed: number): History {
  const chance = new Chance(seed);
  const toTheMinute = seed % counted === 0;
  const [zone, ...nights] = chance.oneOf(zones);
  const date = chance.is(0.7)
    ? Date.parse(chance.oneOf(nights))
    : Date.UTC(2016 + chance.below(14), 0, 1 + chance.below(365));
  const unit = chance.oneOf(units);
  const holidays = chance.is(0.5)
    ? []
    : [{ date: new Date(date + chance.below(9) * 86_400_000).toISOString().slice(0, 10), name: 'Feriado local' }];
  const calendar = { zone, week: chance.oneOf(weeks), holidays };
  const sla: SlaPolicy = { amount: 1 + chance.below(amounts[unit]), unit, metric: 'RESOLUTION', warnAtPercent: 80 };
  const by = { ...type, sla };
  let now = date + (chance.below(4 * 1440) - 3 * 1440) * minuteMs;
  const later = () => {
    now += (1 + chance.below(chance.is(0.5) ? 120 : 3 * 1440)) * minuteMs + (toTheMinute ? 0 : chance.below(minuteMs));
    return new Date(now);
  };
  const about = { id: 'occ_1', channel: 'APP', description: 'Consulta', intakeEntryId: null } as const;
  const parties = { requesterId: 'ben_ana', beneficiaryId: 'ben_ana' };
  let { state } = made(
    decideCreate({
      ...about,
      ...parties,
      type: by,
      calendars: { own: calendar, regulatory: calendar },
      now: new Date(now),
    }),
  );
  const stays = [{ key: 'aberto', since: now }];
  for (let steps = chance.below(9); steps > 0; steps -= 1) {
    const situation = { state, type: by, now: later(), roles: ['SUPERVISOR' as const] };
    const others = type.statuses.filter(({ id }) => id !== state.statusId);
    const target = chance.oneOf(others);
    ({ state } = made(
      isClosed(state)
        ? decideReopen(situation)
        : decideMove({
            ...situation,
            target,
            entries: new Map(),
            comment: 'Segue',
            denialBasis: null,
            genericTerms: [],
          }),
    ));
    stays.push({ key: type.statuses.find(({ id }) => id === state.statusId)!.key, since: now });
  }
  return { state, now: later(), stays };
}

/** Whether the clock runs in a status, by what the status is alone. */
const runsIn = (key: string): boolean => key === 'aberto' || key === 'analise';
const statusAt = ({ stays }: History, instant: number): string => stays.findLast(({ since }) => since <= instant)!.key;

const courseOf = ({ state, now }: History): Course => slaView(state, now)!.course;
const amountMs = ({ amount, unit }: SlaPolicy): number => amount * (unit === 'MINUTES' ? minuteMs : 60 * minuteMs);

const all = Array.from({ length: histories }, (_, index) => historyOf(index + 1));

function eachHistory(check: (history: History) => void, step = 1): void {
  for (let seed = step; seed <= histories; seed += step) {
    try {
      check(all[seed - 1]!);
    } catch (error) {
      throw new Error(`history ${seed}: ${String(error)}`, { cause: error });
    }
  }
}

describe(`in ${histories} histories by chance`, { timeout: 120_000 }, () => {
  it('stretches join without a gap from the start until now or the stop, and neighbours differ', () => {
    const seen = { COUNTED: 0, OUTSIDE_HOURS: 0, HOLIDAY: 0, PAUSED: 0 };
    eachHistory((history) => {
      const course = courseOf(history);
      const segments = segmentsAfter(course, null, 10_000);
      let at = course.from;
      let before = '';
      for (const { from, until, reason, holiday, pausedBy } of segments) {
        const alike = `${reason} ${holiday} ${pausedBy}`;
        if (from.getTime() !== at.getTime() || until <= from || alike === before)
          throw new Error(`${alike} at ${from.toISOString()}`);
        seen[reason] += 1;
        at = until;
        before = alike;
      }
      expect(at).toEqual(course.until);
      expect(course.until).toEqual(standingOf(history.state.sla!).stoppedAt ?? history.now);
    });
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1_000);
  });

  it('are paused in just the statuses that pause, resolve or close, by their ids', () => {
    eachHistory((history) => {
      for (const { from, until, reason, pausedBy } of segmentsAfter(courseOf(history), null, 10_000)) {
        const keys = [from.getTime(), until.getTime() - 1].map((instant) => statusAt(history, instant));
        if (reason === 'PAUSED') expect(keys.map((key) => statusNamed(type, key).id)).toEqual([pausedBy, pausedBy]);
        else expect(keys.map(runsIn)).toEqual([true, true]);
      }
    });
  });

  it('their counted parts add up to what the clock says, and page by page they are the same', () => {
    eachHistory((history) => {
      const course = courseOf(history);
      const segments = segmentsAfter(course, null, 10_000);
      const sum = segments.reduce((minutes, segment) => minutes + countedMinutesIn(segment), 0);
      expect(Math.round(sum * minuteMs)).toBe(countedMs(course));
      expect(countedMinutesOf(course) * minuteMs).toBeCloseTo(countedMs(course), 3);
      const paged: typeof segments = [];
      for (
        let page = segmentsAfter(course, null, 3);
        page.length > 0;
        page = segmentsAfter(course, page.at(-1)!.until, 3)
      ) {
        paged.push(...page);
      }
      expect(paged).toEqual(segments);
    });
  });

  it('they are due at the first instant by which the amount of the policy has counted', () => {
    let checked = 0;
    eachHistory((history) => {
      const { sla } = history.state;
      if (!sla || sla.policy.unit.endsWith('DAYS')) return;
      const { pausedAt } = standingOf(sla);
      const course = courseOf(history);
      const pauses = course.pauses!.filter(({ from }) => pausedAt === null || from < pausedAt);
      const due = Date.parse(sla.dueAt);
      const until = (instant: number) => countedMs({ ...course, pauses, until: new Date(instant) });
      expect([until(due), until(due - 1)]).toEqual([amountMs(sla.policy), amountMs(sla.policy) - 1]);
      checked += 1;
    });
    expect(checked).toBeGreaterThan(5_000);
  });

  it(`${histories / counted} of them have counted, and are due, as minute by minute it is found`, () => {
    eachHistory((history) => {
      const { from, until, calendar, counting } = courseOf(history);
      let minutes = 0;
      for (let at = from.getTime(); at < until.getTime(); at += minuteMs) {
        if (runsIn(statusAt(history, at)) && counts(calendar, counting, at)) minutes += 1;
      }
      expect(countedMinutesOf(courseOf(history))).toBe(minutes);
      expect(new Date(history.state.sla!.dueAt)).toEqual(slowDue(history));
    }, counted);
  });
});

/** Where it stands still it is due as it was when it came to stand. */
function slowDue(history: History): Date {
  const { policy, calendar, startedAt } = history.state.sla!;
  const { counting } = courseOf(history);
  const { stoppedAt, pausedAt } = standingOf(history.state.sla!);
  const standsSince = (stoppedAt ?? pausedAt)?.getTime() ?? Infinity;
  const runs = (instant: number) => instant >= standsSince || runsIn(statusAt(history, instant));
  const start = Date.parse(startedAt);
  const inDays = policy.unit.endsWith('DAYS');
  const wanted = inDays ? policy.amount : amountMs(policy) / minuteMs;
  let at = start;
  for (let found = 0; found < wanted; at += minuteMs) {
    if (!inDays) found += runs(at) && counts(calendar, counting, at) ? 1 : 0;
    else if (endsDay(at)) found += runs(at + minuteMs - 1) ? 1 : 0;
  }
  return new Date(inDays ? at - 1 : at);

  function endsDay(minute: number): boolean {
    const day = localDay(calendar.zone, minute);
    const isLast = localDay(calendar.zone, minute + minuteMs) !== day;
    return isLast && day !== localDay(calendar.zone, start) && (policy.unit === 'DAYS' || !isOff(calendar, day));
  }
}

const brasilia = usualCalendar('America/Sao_Paulo');

describe('the stretches of a clock', () => {
  const clockOf = (unit: SlaUnit, amount: number, start: string, until: string, calendar: Calendar = brasilia) => {
    const policy: SlaPolicy = { amount, unit, metric: 'RESOLUTION', warnAtPercent: 80 };
    const { dueAt, course, remainingMinutes } = slaView(
      { sla: startSla(policy, calendar, new Date(start)) },
      new Date(until),
    )!;
    const stretches = segmentsAfter(course, null, 100).map((segment) => [
      segment.until.toISOString(),
      segment.holiday ?? segment.reason,
      countedMinutesIn(segment),
    ]);
    return { dueAt: dueAt.toISOString(), stretches, counted: countedMinutesOf(course), remainingMinutes };
  };

  it('go over New Year', () => {
    expect(clockOf('BUSINESS_HOURS', 4, '2025-12-31T16:00-03:00', '2026-01-02T09:30-03:00')).toEqual({
      dueAt: '2026-01-02T13:00:00.000Z',
      stretches: [
        ['2025-12-31T21:00:00.000Z', 'COUNTED', 120],
        ['2026-01-01T03:00:00.000Z', 'OUTSIDE_HOURS', 0],
        ['2026-01-02T03:00:00.000Z', 'Confraternização Universal', 0],
        ['2026-01-02T11:00:00.000Z', 'OUTSIDE_HOURS', 0],
        ['2026-01-02T12:30:00.000Z', 'COUNTED', 90],
      ],
      counted: 210,
      remainingMinutes: 30,
    });
  });

  it('have a 29 February in leap years alone', () => {
    const day = (start: string) => clockOf('DAYS', 1, `${start}T10:00-03:00`, `${start}T10:00-03:00`).dueAt;
    expect(day('2024-02-28')).toBe('2024-03-01T02:59:59.999Z');
    expect(day('2025-02-28')).toBe('2025-03-02T02:59:59.999Z');
    const leap = clockOf('BUSINESS_DAYS', 2, '2024-02-28T10:00-03:00', '2024-03-01T10:00-03:00');
    expect(leap).toEqual({
      dueAt: '2024-03-02T02:59:59.999Z',
      stretches: [['2024-03-01T13:00:00.000Z', 'COUNTED', 2 * 1440]],
      counted: 2 * 1440,
      remainingMinutes: 14 * 60 - 1,
    });
  });

  it('are an hour shorter on 2018-11-04, whose first hour São Paulo did not have', () => {
    expect(clockOf('DAYS', 1, '2018-11-03T12:00-03:00', '2018-11-05T00:00-02:00')).toEqual({
      dueAt: '2018-11-05T01:59:59.999Z',
      stretches: [['2018-11-05T02:00:00.000Z', 'COUNTED', (12 + 23) * 60]],
      counted: (12 + 23) * 60,
      remainingMinutes: -1,
    });
    const week = [[], [], [], [], [], [], always];
    expect(
      clockOf('BUSINESS_HOURS', 1, '2018-11-03T12:00-03:00', '2018-11-04T01:30-02:00', { ...brasilia, week }),
    ).toEqual({
      dueAt: '2018-11-04T04:00:00.000Z',
      stretches: [
        ['2018-11-04T03:00:00.000Z', 'OUTSIDE_HOURS', 0],
        ['2018-11-04T03:30:00.000Z', 'COUNTED', 30],
      ],
      counted: 30,
      remainingMinutes: 30,
    });
  });
});
