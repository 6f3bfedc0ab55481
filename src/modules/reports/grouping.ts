import { type IdKind, kindOfId } from '../../shared/ids.js';
import { badUserInput, forbidden } from '../../platform/graphql/errors.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { isOneOf, type SqlCondition } from '../occurrences/index.js';
import { type Catalogue, catalogueOf, type OccurrenceType, type Status } from '../workflow/index.js';
import { type DayRange, type Days, periodFrom, type ReportPeriod } from './range.js';

export const reportDimensions = ['TYPE', 'STATUS', 'ATTENDANT'] as const;
export type ReportDimension = (typeof reportDimensions)[number];

/** All that is given must hold; an empty list selects nothing. */
export interface ReportFilter {
  readonly typeIds?: readonly string[] | null;
  readonly statusIds?: readonly string[] | null;
  readonly attendantIds?: readonly string[] | null;
}

export interface Grouping {
  readonly groupBy: readonly ReportDimension[];
  readonly filter?: ReportFilter | null;
}

/** What the figures of a row are of; null: of all. */
export interface ReportGroup {
  readonly days: Days | null;
  readonly type: OccurrenceType | null;
  readonly status: Status | null;
  /** null, too, where nobody has it. */
  readonly attendantId: string | null;
}

/** How many rows a report has at the most. */
export const mostRows = 500;

/** In which columns a statement finds what it groups by; `at`: what falls into a period. */
export interface Columns {
  readonly type: string;
  readonly status: string;
  readonly attendant: string;
  readonly at?: string;
}

export interface GroupRow {
  readonly period: string | null;
  readonly type_id: string | null;
  readonly status_id: string | null;
  readonly attendant_id: string | null;
}

/** Who looks at single attendants must be allowed to. */
export function checkGrouping({ caller }: RequestContext, { groupBy, filter }: Grouping): void {
  const byAttendant = groupBy.includes('ATTENDANT') || filter?.attendantIds != null;
  if (byAttendant && !caller.permissions.has('report:readByAttendant')) throw forbidden();
}

/** The columns of a `GroupRow`, the first four of a statement: `group by 1, 2, 3, 4`. */
export function groupColumns({ groupBy }: Grouping, columns: Columns, cut: PeriodCut | null): SqlCondition {
  const of = (dimension: ReportDimension, column: string) => (groupBy.includes(dimension) ? column : 'null::text');
  const period = cut && columns.at !== undefined ? firstDayOf(columns.at, cut) : { sql: 'null::text', params: [] };
  return {
    sql: `${period.sql} as period, ${of('TYPE', columns.type)} as type_id, ${of('STATUS', columns.status)} as status_id,
      ${of('ATTENDANT', columns.attendant)} as attendant_id`,
    params: period.params,
  };
}

export interface PeriodCut {
  readonly period: ReportPeriod | null;
  readonly zone: string;
}

const fields = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** The first day, by the clocks of the zone, of the period that an instant falls into. */
const firstDayOf = (at: string, { period, zone }: PeriodCut): SqlCondition =>
  period === null
    ? { sql: 'null::text', params: [] }
    : { sql: `to_char(date_trunc('${fields[period]}', ${at} at time zone ?::text), 'YYYY-MM-DD')`, params: [zone] };

export const filterConditions = ({ filter }: Grouping, columns: Columns): SqlCondition[] => [
  ...(filter?.typeIds ? [isOneOf(columns.type, ofKind('occurrenceType', filter.typeIds))] : []),
  ...(filter?.statusIds ? [isOneOf(columns.status, ofKind('status', filter.statusIds))] : []),
  ...(filter?.attendantIds ? [isOneOf(columns.attendant, ofKind('attendant', filter.attendantIds))] : []),
];

const ofKind = (kind: IdKind, ids: readonly string[]): readonly string[] => ids.filter((id) => kindOfId(id) === kind);

/** Rows with what they are of, by period, then as types and statuses are listed, what nobody has last. */
export async function groupedRows<Row extends GroupRow>(
  ctx: RequestContext,
  rows: readonly Row[],
  range: DayRange | null,
): Promise<{ readonly group: ReportGroup; readonly row: Row }[]> {
  checkCount(rows.length);
  const catalogue = await catalogueOf(ctx);
  const ranks = ranksOf(catalogue);
  const rank = (id: string | null) => (id === null ? -1 : (ranks.get(id) ?? ranks.size));
  const inOrder = rows.toSorted(
    (one, other) =>
      compared(one.period ?? '', other.period ?? '') ||
      rank(one.type_id) - rank(other.type_id) ||
      rank(one.status_id) - rank(other.status_id) ||
      compared(one.attendant_id ?? '~', other.attendant_id ?? '~'),
  );
  return inOrder.map((row) => ({
    row,
    group: {
      days: range && periodFrom(range, row.period),
      type: (row.type_id !== null && catalogue.type(row.type_id)) || null,
      status: (row.status_id !== null && catalogue.status(row.status_id)) || null,
      attendantId: row.attendant_id,
    },
  }));
}

export function checkCount(rows: number): void {
  if (rows > mostRows) {
    throw badUserInput(
      `The report has more than ${mostRows} rows: group by less, or choose fewer days or longer periods.`,
    );
  }
}

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const ranksOf = ({ types }: Catalogue): ReadonlyMap<string, number> =>
  new Map(types.flatMap((type) => [type, ...type.statuses]).map(({ id }, index) => [id, index]));
