import type { RequestContext } from '../../../platform/graphql/context.js';
import { sql } from '../../occurrences/index.js';
import type { Grouping, ReportGroup } from '../grouping.js';
import type { DayRange } from '../range.js';
import { openedInRange } from './opened-in-range.js';
import { shareOf } from './share.js';

export interface SlaRow {
  readonly group: ReportGroup;
  readonly met: number;
  readonly breached: number;
  readonly running: number;
  readonly paused: number;
  readonly metShare: number | null;
}

type Figures = Readonly<Record<'met' | 'breached' | 'running' | 'paused', string>>;

/** As `stateAt` tells it: a clock that stopped or stands still is late by when it did, another by now. */
const clock = `cross join lateral (select
    (o.sla->>'dueAt')::timestamptz as due,
    (o.sla->>'stoppedAt')::timestamptz as stopped,
    case when o.sla->'pauses'->-1->>'until' is null then (o.sla->'pauses'->-1->>'from')::timestamptz end as paused) c
  cross join lateral (select coalesce(c.stopped, c.paused, ?::timestamptz) > c.due as late) l`;

const figures = sql(`count(*) filter (where l.late) as breached,
  count(*) filter (where not l.late and c.stopped is not null) as met,
  count(*) filter (where not l.late and c.stopped is null and c.paused is not null) as paused,
  count(*) filter (where not l.late and c.stopped is null and c.paused is null) as running`);

/** What became of the operator's own promises to what was opened in a range. */
export async function reportSla(ctx: RequestContext, days: DayRange, grouping: Grouping): Promise<SlaRow[]> {
  const rows = await openedInRange<Figures>(ctx, days, grouping, {
    conditions: [sql('o.sla is not null')],
    figures,
    from: sql(clock, ctx.clock.now().toISOString()),
  });
  return rows.map(({ group, row }) => {
    const [met, breached] = [Number(row.met), Number(row.breached)];
    const metShare = shareOf(met, met + breached);
    return { group, met, breached, running: Number(row.running), paused: Number(row.paused), metShare };
  });
}
