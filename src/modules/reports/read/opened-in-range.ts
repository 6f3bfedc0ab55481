import type { RequestContext } from '../../../platform/graphql/context.js';
import { sql } from '../../occurrences/index.js';
import { checkGrouping, groupedRows, type Grouping } from '../grouping.js';
import type { DayRange } from '../range.js';
import { type OccurrenceFigures, occurrenceRows } from './occurrence-rows.js';
import { reportRange } from './report-range.js';

/** What has become by now of what was opened in a range, by group and by the day of the opening. */
export async function openedInRange<Figures>(
  ctx: RequestContext,
  days: DayRange,
  grouping: Grouping,
  { conditions, ...counted }: Omit<OccurrenceFigures, 'grouping' | 'cut'>,
) {
  checkGrouping(ctx, grouping);
  const range = await reportRange(ctx, days);
  const opened = sql('o.created_at >= ? and o.created_at < ?', range.start.toISOString(), range.end.toISOString());
  const about = { grouping, cut: range, conditions: [opened, ...conditions] };
  return groupedRows(ctx, await occurrenceRows<Figures>(ctx, { ...counted, ...about }), range);
}
