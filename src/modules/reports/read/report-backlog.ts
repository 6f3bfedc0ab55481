import { DateTime } from 'luxon';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { sql } from '../../occurrences/index.js';
import { checkCount, checkGrouping, groupedRows, type Grouping, type GroupRow, type ReportGroup } from '../grouping.js';
import { type DayRange, firstDaysOf, type ReportRange } from '../range.js';
import { backlogChanges } from './backlog-changes.js';
import { occurrenceRows } from './occurrence-rows.js';
import { reportRange } from './report-range.js';

export interface BacklogRow {
  readonly group: ReportGroup;
  readonly open: number;
}

/**
 * What was open at the end of each period: what is open now, without what has come and with what has gone since. So it
 * costs what has happened since the first day, and not the whole history.
 */
export async function reportBacklog(ctx: RequestContext, days: DayRange, grouping: Grouping): Promise<BacklogRow[]> {
  checkGrouping(ctx, grouping);
  const range = await reportRange(ctx, days);
  const present = await occurrenceRows<{ readonly open: string }>(ctx, {
    grouping,
    cut: null,
    conditions: [sql('o.closed_at is null')],
    figures: sql('count(*) as open'),
  });
  checkCount(present.length);
  const changes = Map.groupBy(await backlogChanges(ctx, range, grouping), (change) =>
    keyOf(change.since, change.period),
  );
  const backlog = new Backlog();
  for (const row of present) backlog.add(row, Number(row.open));
  const goBack = (key: string) => {
    for (const row of changes.get(key) ?? []) backlog.add(row, -Number(row.change));
  };

  const rows: (GroupRow & { readonly open: number })[] = [];
  goBack(keyOf(true, null));
  for (const period of firstDaysOf(range).toReversed()) {
    if (hasBegun(ctx, range, period)) rows.push(...backlog.rows(period));
    checkCount(rows.length);
    goBack(keyOf(false, period));
  }
  return (await groupedRows(ctx, rows, range)).map(({ group, row }) => ({ group, open: row.open }));
}

const keyOf = (since: boolean, period: string | null): string => (since ? 'since' : (period ?? 'range'));

/** How many of each group are open. */
class Backlog {
  readonly #groups = new Map<string, { readonly of: GroupRow; open: number }>();

  add(of: GroupRow, change: number): void {
    const key = JSON.stringify([of.type_id, of.status_id, of.attendant_id]);
    const group = this.#groups.get(key) ?? { of, open: 0 };
    this.#groups.set(key, { of: group.of, open: group.open + change });
  }

  rows(period: string | null): (GroupRow & { readonly open: number })[] {
    return [...this.#groups.values()]
      .filter(({ open }) => open !== 0)
      .map(({ of: { type_id, status_id, attendant_id }, open }) => ({
        period,
        type_id,
        status_id,
        attendant_id,
        open,
      }));
  }
}

function hasBegun({ clock }: RequestContext, { zone, from }: ReportRange, period: string | null): boolean {
  const today = DateTime.fromJSDate(clock.now(), { zone }).toISODate()!;
  return today >= from && (period === null || period <= today);
}
