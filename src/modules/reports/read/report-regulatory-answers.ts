import type { RequestContext } from '../../../platform/graphql/context.js';
import { sql } from '../../occurrences/index.js';
import type { Grouping, ReportGroup } from '../grouping.js';
import type { DayRange } from '../range.js';
import { openedInRange } from './opened-in-range.js';
import { shareOf } from './share.js';

export interface RegulatoryAnswersRow {
  readonly group: ReportGroup;
  readonly inTime: number;
  readonly late: number;
  readonly lateUnanswered: number;
  readonly pending: number;
  readonly inTimeShare: number | null;
}

type Figures = Readonly<Record<'in_time' | 'late' | 'late_unanswered' | 'pending', string>>;

const answer = `cross join lateral (select
    coalesce(o.answered_at, ?::timestamptz) > (o.regulatory_answer->>'dueAt')::timestamptz as late) l`;

const figures = sql(`count(*) filter (where not l.late and o.answered_at is not null) as in_time,
  count(*) filter (where l.late) as late,
  count(*) filter (where l.late and o.answered_at is null) as late_unanswered,
  count(*) filter (where not l.late and o.answered_at is null) as pending`);

/** How the regulator's answers stand to what was asked for in a range. */
export async function reportRegulatoryAnswers(
  ctx: RequestContext,
  days: DayRange,
  grouping: Grouping,
): Promise<RegulatoryAnswersRow[]> {
  const rows = await openedInRange<Figures>(ctx, days, grouping, {
    conditions: [sql('o.regulatory_answer is not null')],
    figures,
    from: sql(answer, ctx.clock.now().toISOString()),
  });
  return rows.map(({ group, row }) => {
    const [inTime, late] = [Number(row.in_time), Number(row.late)];
    const inTimeShare = shareOf(inTime, inTime + late);
    const lateUnanswered = Number(row.late_unanswered);
    return { group, inTime, late, lateUnanswered, pending: Number(row.pending), inTimeShare };
  });
}
