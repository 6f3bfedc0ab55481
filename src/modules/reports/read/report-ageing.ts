import type { RequestContext } from '../../../platform/graphql/context.js';
import { operatorOf } from '../../operators/index.js';
import { sql } from '../../occurrences/index.js';
import { checkGrouping, groupedRows, type Grouping, type ReportGroup } from '../grouping.js';
import { occurrenceRows } from './occurrence-rows.js';

export interface AgeBucket {
  readonly fromDays: number;
  /** Included; null: without an end. */
  readonly untilDays: number | null;
  readonly count: number;
}

export interface AgeingRow {
  readonly group: ReportGroup;
  readonly open: number;
  readonly buckets: readonly AgeBucket[];
}

/** The first days of the buckets. */
const starts = [0, 2, 6, 11, 21, 31, 61] as const;

type Figures = Readonly<Record<'open', string>> & Readonly<Record<`age_${number}`, string>>;

const figures = sql(
  [
    'count(*) as open',
    ...starts.map((start, index) => {
      const next = starts[index + 1];
      return `count(*) filter (where a.days >= ${start} ${next === undefined ? '' : `and a.days < ${next}`}) as age_${start}`;
    }),
  ].join(', '),
);

const age = `cross join lateral (select
    (?::timestamptz at time zone ?::text)::date - (o.created_at at time zone ?::text)::date as days) a`;

/** How old what is open is. */
export async function reportAgeing(ctx: RequestContext, grouping: Grouping): Promise<AgeingRow[]> {
  checkGrouping(ctx, grouping);
  const { timeZone } = await operatorOf(ctx);
  const rows = await occurrenceRows<Figures>(ctx, {
    grouping,
    cut: null,
    conditions: [sql('o.closed_at is null')],
    figures,
    from: sql(age, ctx.clock.now().toISOString(), timeZone, timeZone),
  });
  return (await groupedRows(ctx, rows, null)).map(({ group, row }) => ({
    group,
    open: Number(row.open),
    buckets: starts.map((fromDays, index) => ({
      fromDays,
      untilDays: starts[index + 1] === undefined ? null : starts[index + 1]! - 1,
      count: Number(row[`age_${fromDays}`]),
    })),
  }));
}
