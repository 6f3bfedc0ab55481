import type { RequestContext } from '../../../platform/graphql/context.js';
import { checkGrouping, groupedRows, type Grouping, type ReportGroup } from '../grouping.js';
import type { DayRange } from '../range.js';
import { milestoneRows } from './milestone-rows.js';
import { reportRange } from './report-range.js';

export interface Durations {
  readonly count: number;
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  readonly averageMinutes: number | null;
}

export interface TimesRow {
  readonly group: ReportGroup;
  readonly firstAttendance: { readonly business: Durations; readonly calendar: Durations };
  readonly resolution: { readonly business: Durations; readonly calendar: Durations };
}

const measures = {
  attended_business: ['ATTENDED', 'business_ms'],
  attended_calendar: ['ATTENDED', 'elapsed_ms'],
  resolved_business: ['RESOLVED', 'business_ms'],
  resolved_calendar: ['RESOLVED', 'elapsed_ms'],
} as const;

type Measure = keyof typeof measures;
type Figures = Readonly<Record<`${Measure}_count`, string>> &
  Readonly<Record<`${Measure}_ranks`, readonly [string, string] | null>> &
  Readonly<Record<`${Measure}_average`, string | null>>;

const figures = Object.entries(measures)
  .map(([name, [kind, column]]) => {
    const these = `filter (where m.kind = '${kind}')`;
    return `count(m.${column}) ${these} as ${name}_count,
      (percentile_disc(array[0.5, 0.9]) within group (order by m.${column}) ${these})::text[] as ${name}_ranks,
      floor(avg(m.${column}) ${these} / 60000)::text as ${name}_average`;
  })
  .join(',\n');

/** How long it took from the opening. */
export async function reportTimes(ctx: RequestContext, days: DayRange, grouping: Grouping): Promise<TimesRow[]> {
  checkGrouping(ctx, grouping);
  const range = await reportRange(ctx, days);
  const rows = await milestoneRows<Figures>(ctx, { grouping, range, figures });
  const timed = rows.filter((row) => Number(row.attended_calendar_count) + Number(row.resolved_calendar_count) > 0);
  return (await groupedRows(ctx, timed, range)).map(({ group, row }) => ({
    group,
    firstAttendance: {
      business: durationsOf(row, 'attended_business'),
      calendar: durationsOf(row, 'attended_calendar'),
    },
    resolution: { business: durationsOf(row, 'resolved_business'), calendar: durationsOf(row, 'resolved_calendar') },
  }));
}

function durationsOf(row: Figures, measure: Measure): Durations {
  const [median, p90] = row[`${measure}_ranks`] ?? [null, null];
  const average = row[`${measure}_average`];
  return {
    count: Number(row[`${measure}_count`]),
    medianMinutes: minutesOf(median),
    p90Minutes: minutesOf(p90),
    averageMinutes: average === null ? null : Number(average),
  };
}

const minutesOf = (milliseconds: string | null): number | null =>
  milliseconds === null ? null : Math.floor(Number(milliseconds) / 60_000);
