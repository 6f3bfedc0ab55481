import type { RequestContext } from '../../../platform/graphql/context.js';
import { checkGrouping, groupedRows, type Grouping, type ReportGroup } from '../grouping.js';
import type { DayRange } from '../range.js';
import { milestoneRows } from './milestone-rows.js';
import { reportRange } from './report-range.js';

export interface VolumeRow {
  readonly group: ReportGroup;
  readonly opened: number;
  readonly resolved: number;
  readonly closed: number;
  readonly closedUnresolved: number;
  readonly reopened: number;
}

type Figures = Readonly<Record<'opened' | 'resolved' | 'closed' | 'closed_unresolved' | 'reopened', string>>;

const figures = `count(*) filter (where m.kind = 'OPENED') as opened,
  count(*) filter (where m.kind = 'RESOLVED') as resolved,
  count(*) filter (where m.kind = 'CLOSED') as closed,
  count(*) filter (where m.kind = 'CLOSED' and not m.resolved) as closed_unresolved,
  count(*) filter (where m.kind = 'REOPENED') as reopened`;

/** How much happened. */
export async function reportVolume(ctx: RequestContext, days: DayRange, grouping: Grouping): Promise<VolumeRow[]> {
  checkGrouping(ctx, grouping);
  const range = await reportRange(ctx, days);
  const rows = await milestoneRows<Figures>(ctx, { grouping, range, figures });
  return (await groupedRows(ctx, rows, range)).map(({ group, row }) => ({
    group,
    opened: Number(row.opened),
    resolved: Number(row.resolved),
    closed: Number(row.closed),
    closedUnresolved: Number(row.closed_unresolved),
    reopened: Number(row.reopened),
  }));
}
