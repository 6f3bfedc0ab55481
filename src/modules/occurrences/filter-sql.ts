import type { ResolvedFilter } from './filter-match.js';
import { isOneOf, nothing, sql, type SqlCondition } from './sql-condition.js';

/** What `matchesFilter` asks, as the database is asked it: conditions on the occurrence `o`. */
export function filterConditions(filter: ResolvedFilter): SqlCondition[] {
  const conditions: SqlCondition[] = [];
  const given = <T>(value: T | null | undefined, condition: (value: T) => SqlCondition): void => {
    if (value !== null && value !== undefined) conditions.push(condition(value));
  };
  given(filter.typeIds, (ids) => isOneOf('o.type_id', ids));
  given(filter.statusIds, (ids) => isOneOf('o.status_id', ids));
  given(filter.viewModes, (modes) => ofViewModes(modes));
  given(filter.beneficiaryId, (id) => sql('o.beneficiary_id = ?', id));
  given(filter.attendantId, (id) => sql('o.attendant_id = ?', id));
  given(filter.unassigned, (unassigned) => sql(`o.attendant_id is ${unassigned ? '' : 'not '}null`));
  given(filter.mine, (mine) => assignedTo(filter.callerAttendantId ?? null, mine));
  given(filter.open, (open) => sql(`o.closed_at is ${open ? '' : 'not '}null`));
  given(filter.slaStates, (states) => isOneOf('o.sla_state', states));
  given(filter.regulatoryStates, (states) => isOneOf('o.regulatory_state', states));
  given(filter.createdFrom, (from) => sql('o.created_at >= ?', storable(from)));
  given(filter.createdTo, (to) => sql('o.created_at < ?', storable(to)));
  return conditions;
}

function ofViewModes(modes: readonly string[]): SqlCondition {
  const { sql: ofMode, params } = isOneOf('t.view_mode', modes);
  return {
    sql: `o.type_id in (select t.id from occurrence_type t where t.operator_id = o.operator_id and ${ofMode})`,
    params,
  };
}

function assignedTo(attendantId: string | null, assigned: boolean): SqlCondition {
  if (attendantId === null) return assigned ? nothing : sql('true');
  return sql(`o.attendant_id is ${assigned ? 'not ' : ''}distinct from ?`, attendantId);
}

const yearOne = new Date('0001-01-01T00:00:00.000Z');

/** PostgreSQL has no year 0, GraphQL's DateTime does. */
const storable = (instant: Date): string => (instant < yearOne ? yearOne : instant).toISOString();
