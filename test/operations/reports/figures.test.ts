import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { randomHistory, type RandomHistory } from './random-history.js';
import { dateOf, type Fact, type Life, type Place, recount } from './recount.js';
import type { ReportedOperator } from './reported-operator.js';

type Dimension = 'TYPE' | 'STATUS' | 'ATTENDANT';
type Period = 'DAY' | 'WEEK' | 'MONTH' | null;

interface Asked {
  readonly from: string;
  readonly until: string;
  readonly period: Period;
  readonly groupBy: readonly Dimension[];
  readonly filter: { typeIds?: string[]; statusIds?: string[]; attendantIds?: string[] } | null;
}

const figuresOf = {
  reportVolume: 'opened resolved closed closedUnresolved reopened',
  reportTimes: `firstAttendance { ...t } resolution { ...t }`,
  reportSla: 'met breached running paused metShare',
  reportRegulatoryAnswers: 'inTime late lateUnanswered pending inTimeShare',
  reportBacklog: 'open',
  reportAgeing: 'open buckets { fromDays untilDays count }',
} as const;
type Report = keyof typeof figuresOf;

const fragment = `
  fragment d on ReportDurations { count medianMinutes p90Minutes averageMinutes }
  fragment t on ReportTime { business { ...d } calendar { ...d } }`;

async function asked(client: TestClient, report: Report, { from, until, period, groupBy, filter }: Asked) {
  const whole = 'group { days { from until } type { id } status { id } attendant { id } }';
  const range = report === 'reportAgeing' ? '' : '$from: LocalDate!, $until: LocalDate!, $period: ReportPeriod, ';
  const query = `query (${range}$groupBy: [ReportDimension!]!, $filter: ReportFilter) {
    ${report}(${range && 'from: $from, until: $until, period: $period, '}groupBy: $groupBy, filter: $filter) {
      ${whole} ${figuresOf[report]} } } ${report === 'reportTimes' ? fragment : ''}`;
  const { data, errors } = await client.execute(query, { from, until, period, groupBy, filter });
  if (errors) return errors[0]!.extensions['code'] as string;
  return new Map<string, unknown>(
    data[report].map(({ group, ...figures }: any) => {
      const { days, type, status, attendant } = group;
      return [
        JSON.stringify([
          days?.from ?? null,
          days?.until ?? null,
          type?.id ?? null,
          status?.id ?? null,
          attendant?.id ?? null,
        ]),
        figures,
      ];
    }),
  );
}

const dayMs = 24 * 60 * 60_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const text = (at: number): string => new Date(at).toISOString().slice(0, 10);

function periodOf(date: string, { from, until, period }: Asked): [string, string] {
  if (period === null) return [from, until];
  const day = new Date(utc(date));
  let [first, last] = [utc(date), utc(date)];
  if (period === 'WEEK') {
    first -= ((day.getUTCDay() + 6) % 7) * dayMs;
    last = first + 6 * dayMs;
  }
  if (period === 'MONTH') {
    first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
    last = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0);
  }
  return [text(Math.max(first, utc(from))), text(Math.min(last, utc(until)))];
}

const isOf = ({ filter }: Asked, place: Place): boolean =>
  (!filter?.typeIds || filter.typeIds.includes(place.typeId)) &&
  (!filter?.statusIds || filter.statusIds.includes(place.statusId)) &&
  (!filter?.attendantIds || filter.attendantIds.includes(place.attendantId ?? ''));

const keyOf = ({ groupBy }: Asked, place: Place, days: [string, string] | null): string =>
  JSON.stringify([
    ...(days ?? [null, null]),
    groupBy.includes('TYPE') ? place.typeId : null,
    groupBy.includes('STATUS') ? place.statusId : null,
    groupBy.includes('ATTENDANT') ? place.attendantId : null,
  ]);

/** Groups what fell on days of the range. */
function grouped<T>(list: readonly T[], ask: Asked, of: (one: T) => { date: string | null; place: Place }) {
  const kept = list.filter((one) => {
    const { date, place } = of(one);
    return isOf(ask, place) && (date === null || (date >= ask.from && date <= ask.until));
  });
  return Map.groupBy(kept, (one) => {
    const { date, place } = of(one);
    return keyOf(ask, place, date === null ? null : periodOf(date, ask));
  });
}

const mapped = <T, R>(groups: Map<string, T[]>, figures: (list: T[]) => R) =>
  new Map([...groups].map(([key, list]) => [key, figures(list)]));
const countOf = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
const share = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(4)));

function durations(minutes: number[]) {
  const inOrder = minutes.toSorted((one, other) => one - other);
  const rank = (percent: number) => inOrder[Math.ceil((inOrder.length * percent) / 100) - 1] ?? null;
  const sum = inOrder.reduce((total, each) => total + each, 0);
  const averageMinutes = inOrder.length === 0 ? null : Math.floor(sum / inOrder.length);
  return { count: inOrder.length, medianMinutes: rank(50), p90Minutes: rank(90), averageMinutes };
}

function recounted(
  report: Report,
  lives: readonly Life[],
  ask: Asked,
  zone: string,
  now: number,
): Map<string, unknown> {
  const facts = lives.flatMap((life) => life.facts);
  const present = (life: Life) => life.places.at(-1)!;
  const happened = (of: readonly Fact[]) => grouped(of, ask, (fact) => ({ date: dateOf(zone, fact.at), place: fact }));
  const cohort = (of: readonly Life[]) =>
    grouped(of, ask, (life) => ({ date: dateOf(zone, life.createdAt), place: present(life) }));
  switch (report) {
    case 'reportVolume':
      return mapped(happened(facts), (list) => ({
        opened: countOf(list, ({ kind }) => kind === 'OPENED'),
        resolved: countOf(list, ({ kind }) => kind === 'RESOLVED'),
        closed: countOf(list, ({ kind }) => kind === 'CLOSED'),
        closedUnresolved: countOf(list, ({ kind, resolved }) => kind === 'CLOSED' && !resolved),
        reopened: countOf(list, ({ kind }) => kind === 'REOPENED'),
      }));
    case 'reportTimes': {
      const of = (list: readonly Fact[], wanted: Fact['kind']) => {
        const these = list.filter(({ kind }) => kind === wanted);
        return {
          business: durations(these.map((fact) => fact.businessMinutes)),
          calendar: durations(these.map((fact) => fact.calendarMinutes)),
        };
      };
      return mapped(happened(facts.filter(({ kind }) => kind === 'ATTENDED' || kind === 'RESOLVED')), (list) => ({
        firstAttendance: of(list, 'ATTENDED'),
        resolution: of(list, 'RESOLVED'),
      }));
    }
    case 'reportSla':
      return mapped(cohort(lives.filter(({ sla }) => sla !== null)), (list) => {
        const of = (state: Life['sla']) => countOf(list, ({ sla }) => sla === state);
        const [met, breached] = [of('MET'), of('BREACHED')];
        return { met, breached, running: of('RUNNING'), paused: of('PAUSED'), metShare: share(met, met + breached) };
      });
    case 'reportRegulatoryAnswers':
      return mapped(cohort(lives.filter(({ regulatory }) => regulatory !== null)), (list) => {
        const of = (state: Life['regulatory']) => countOf(list, ({ regulatory }) => regulatory === state);
        const [inTime, lateUnanswered] = [of('IN_TIME'), of('LATE_UNANSWERED')];
        const late = of('LATE') + lateUnanswered;
        return { inTime, late, lateUnanswered, pending: of('PENDING'), inTimeShare: share(inTime, inTime + late) };
      });
    case 'reportAgeing': {
      const open = lives.filter((life) => present(life).open);
      return mapped(
        grouped(open, ask, (life) => ({ date: null, place: present(life) })),
        (list) => ({
          open: list.length,
          buckets: [
            [0, 1],
            [2, 5],
            [6, 10],
            [11, 20],
            [21, 30],
            [31, 60],
            [61, null],
          ].map(([fromDays, untilDays]) => ({
            fromDays,
            untilDays,
            count: countOf(list, ({ createdAt }) => {
              const days = (utc(dateOf(zone, now)) - utc(dateOf(zone, createdAt))) / dayMs;
              return days >= fromDays! && days <= (untilDays ?? Infinity);
            }),
          })),
        }),
      );
    }
    case 'reportBacklog': {
      const result = new Map<string, { open: number }>();
      const today = dateOf(zone, now);
      const ends = new Map<string, [string, string]>();
      for (let day = utc(ask.from); day <= utc(ask.until) && text(day) <= today; day += dayMs) {
        const days = periodOf(text(day), ask);
        ends.set(days[0], days);
      }
      for (const days of ends.values()) {
        for (const life of lives) {
          const place = life.places.findLast(({ since }) => dateOf(zone, since) <= days[1]);
          if (!place?.open || !isOf(ask, place)) continue;
          const key = keyOf(ask, place, days);
          result.set(key, { open: (result.get(key)?.open ?? 0) + 1 });
        }
      }
      return result;
    }
  }
}

describe('every figure equals a recount from the events of a random history', () => {
  let history: RandomHistory;
  const lives = new Map<ReportedOperator, Life[]>();
  const clients = new Map<ReportedOperator, TestClient>();

  beforeAll(async () => {
    history = await randomHistory(20_261_124, { occurrences: 125, steps: 1_080 });
    for (const operator of history.operators) {
      lives.set(operator, await recount(history, operator));
      clients.set(
        operator,
        await history.app.client('supervisor', { operator: operator.slug, expiresInSeconds: 86_400 }),
      );
    }
  }, 240_000);
  afterAll(() => history[Symbol.asyncDispose]());

  it('of a history in which everything happens', () => {
    const all = [...lives.values()].flat();
    const facts = all.flatMap((life) => life.facts);
    const times = (kind: Fact['kind']) => countOf(facts, (fact) => fact.kind === kind);
    expect(all.length).toBeGreaterThan(120);
    expect(times('REOPENED')).toBeGreaterThan(20);
    expect(times('ATTENDED')).toBeGreaterThan(60);
    expect(countOf(facts, ({ kind, resolved }) => kind === 'CLOSED' && !resolved)).toBeGreaterThan(20);
    expect(countOf(all, (life) => countOf(life.facts, ({ kind }) => kind === 'RESOLVED') > 1)).toBeGreaterThan(10);
    for (const state of ['MET', 'BREACHED'] as const)
      expect(countOf(all, ({ sla }) => sla === state)).toBeGreaterThan(10);
    for (const state of ['RUNNING', 'PAUSED'] as const)
      expect(countOf(all, ({ sla }) => sla === state)).toBeGreaterThan(2);
    const answers = new Set(all.map(({ regulatory }) => regulatory));
    for (const state of ['IN_TIME', 'LATE', 'LATE_UNANSWERED'] as const) expect(answers).toContain(state);
  });

  const groupings: Dimension[][] = [
    [],
    ['TYPE'],
    ['STATUS'],
    ['ATTENDANT'],
    ['TYPE', 'STATUS'],
    ['STATUS', 'ATTENDANT'],
  ];
  /** Longer ones are cut into longer periods: over both changes of clocks, and one in the middle of it all. */
  const spans: { from: string; until: string; periods: Period[] }[] = [
    { from: '2018-10-01', until: '2019-04-30', periods: [null, 'MONTH'] },
    { from: '2018-10-24', until: '2018-12-12', periods: ['WEEK', 'DAY'] },
  ];

  it.each(Object.keys(figuresOf) as Report[])(
    '%s',
    async (report) => {
      let compared = 0;
      for (const operator of history.operators) {
        const { typeIds, statuses } = operator;
        const attendantIds = [
          ...new Set(lives.get(operator)!.flatMap(({ places }) => places.flatMap((one) => one.attendantId ?? []))),
        ];
        const open = [...statuses.values()].flatMap(({ id, key }) =>
          key === 'atendimento' || key === 'pago' ? [id] : [],
        );
        const filters = [
          null,
          { typeIds: [typeIds.reembolso], statusIds: open },
          { attendantIds: attendantIds.slice(0, 1) },
        ];
        for (const { periods, ...range } of report === 'reportAgeing' ? spans.slice(0, 1) : spans)
          for (const period of report === 'reportAgeing' ? [null] : periods)
            for (const groupBy of groupings)
              for (const filter of filters) {
                const ask = { ...range, period, groupBy, filter };
                const expected = recounted(
                  report,
                  lives.get(operator)!,
                  ask,
                  operator.zone,
                  history.app.clock.now().getTime(),
                );
                const answer = await asked(clients.get(operator)!, report, ask);
                if (expected.size > 500) expect([ask, answer]).toEqual([ask, 'BAD_USER_INPUT']);
                else expect([ask, answer]).toEqual([ask, expected]);
                compared += expected.size;
              }
      }
      expect(compared).toBeGreaterThan(20);
    },
    120_000,
  );
});
