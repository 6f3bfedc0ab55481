import type { ViewMode } from '../workflow/model.js';
import type { SlaState, StreamFacets } from './state.js';

type Given<T> = T | null | undefined;

/**
 * An `OccurrenceFilter` whose names have become ids: fields are ANDed, the values of a list ORed, an empty list selects
 * nothing, and null or undefined is a field that was not given.
 */
export interface ResolvedFilter {
  /** Where both ids and keys were given: what is in both (`inBoth`). */
  readonly typeIds?: Given<readonly string[]>;
  /** Likewise; a key stands for the statuses of that key in all types. */
  readonly statusIds?: Given<readonly string[]>;
  readonly viewModes?: Given<readonly ViewMode[]>;
  readonly attendantId?: Given<string>;
  readonly unassigned?: Given<boolean>;
  /** Assigned to `callerAttendantId`; false: not so. */
  readonly mine?: Given<boolean>;
  /** null: the caller is no attendant, and nothing is theirs. */
  readonly callerAttendantId?: Given<string>;
  readonly beneficiaryId?: Given<string>;
  readonly open?: Given<boolean>;
  readonly slaStates?: Given<readonly SlaState[]>;
  readonly regulatoryStates?: Given<readonly SlaState[]>;
  /** Belongs to the span. */
  readonly createdFrom?: Given<Date>;
  /** Does not: spans that meet have nothing in common. */
  readonly createdTo?: Given<Date>;
}

/** What a filter asks that no event ever changes. */
export interface FixedFacets {
  readonly typeId: string;
  readonly viewMode: ViewMode;
  readonly beneficiaryId: string;
  readonly requesterId: string;
  readonly createdAt: Date;
}

/** Whether the filter selects an occurrence as it was at one side of an event: the same answer as the list gives. */
export const matchesFilter = (filter: ResolvedFilter, fixed: FixedFacets, facets: StreamFacets): boolean =>
  among(filter.typeIds, fixed.typeId) &&
  among(filter.viewModes, fixed.viewMode) &&
  equals(filter.beneficiaryId, fixed.beneficiaryId) &&
  within(filter, fixed.createdAt) &&
  among(filter.statusIds, facets.statusId) &&
  equals(filter.open, !facets.closed) &&
  matchesAssignment(filter, facets.attendantId) &&
  among(filter.slaStates, facets.slaState) &&
  among(filter.regulatoryStates, facets.regulatoryState);

/** The ids that two fields of a filter leave together; undefined where neither was given. */
export function inBoth(one: Given<readonly string[]>, other: Given<readonly string[]>): readonly string[] | undefined {
  if (!one || !other) return one ?? other ?? undefined;
  return one.filter((id) => other.includes(id));
}

const matchesAssignment = (filter: ResolvedFilter, attendantId: string | null): boolean =>
  equals(filter.attendantId, attendantId) &&
  equals(filter.unassigned, attendantId === null) &&
  equals(filter.mine, attendantId !== null && attendantId === filter.callerAttendantId);

const among = <T>(list: Given<readonly T[]>, value: T | null): boolean =>
  list === null || list === undefined || (value !== null && list.includes(value));

const equals = <T>(wanted: Given<T>, value: T | null): boolean =>
  wanted === null || wanted === undefined || wanted === value;

const within = ({ createdFrom, createdTo }: ResolvedFilter, createdAt: Date): boolean =>
  (!createdFrom || createdAt >= createdFrom) && (!createdTo || createdAt < createdTo);
