import type { RequestContext } from '../../platform/graphql/context.js';
import { type IdKind, kindOfId } from '../../shared/ids.js';
import { teamsOf } from '../teams/index.js';
import { type Catalogue, catalogueOf, type ViewMode } from '../workflow/index.js';
import { inBoth, type ResolvedFilter } from './filter-match.js';
import type { SlaState } from './state.js';

/** A filter as a client gives it: ids and keys, known or not. */
export interface OccurrenceFilter {
  readonly typeIds?: readonly string[] | null;
  readonly typeKeys?: readonly string[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly statusIds?: readonly string[] | null;
  readonly statusKeys?: readonly string[] | null;
  readonly viewModes?: readonly ViewMode[] | null;
  readonly attendantId?: string | null;
  readonly unassigned?: boolean | null;
  readonly mine?: boolean | null;
  readonly beneficiaryId?: string | null;
  readonly open?: boolean | null;
  readonly slaStates?: readonly SlaState[] | null;
  readonly regulatoryStates?: readonly SlaState[] | null;
  readonly createdFrom?: Date | null;
  readonly createdTo?: Date | null;
  readonly search?: string | null;
}

/**
 * The filter with its names turned into ids, for this caller; what is unknown selects nothing. `search` is no part of it:
 * it is asked of the database alone.
 */
export async function resolveFilter(ctx: RequestContext, filter: OccurrenceFilter): Promise<ResolvedFilter> {
  const named = filter.typeKeys || filter.statusKeys ? namedIn(await catalogueOf(ctx), filter) : {};
  const ofTeams = filter.teamIds && (await typesOfTeams(ctx, filter.teamIds));
  const { typeIds, statusIds, attendantId, beneficiaryId, viewModes, open, createdFrom, createdTo } = filter;
  const resolved: ResolvedFilter = {
    typeIds: inBoth(inBoth(typeIds && ofKind('occurrenceType', typeIds), named.typeIds), ofTeams),
    statusIds: inBoth(statusIds && ofKind('status', statusIds), named.statusIds),
    viewModes,
    attendantId,
    beneficiaryId,
    open,
    unassigned: filter.unassigned,
    mine: filter.mine,
    callerAttendantId: ctx.caller.kind === 'STAFF' ? ctx.caller.personId : null,
    slaStates: filter.slaStates,
    regulatoryStates: filter.regulatoryStates,
    createdFrom,
    createdTo,
  };
  const unknown =
    (attendantId != null && kindOfId(attendantId) !== 'attendant') ||
    (beneficiaryId != null && kindOfId(beneficiaryId) !== 'beneficiary');
  if (unknown) return { typeIds: [] };
  return ctx.caller.kind === 'BENEFICIARY' ? withoutInternals(resolved) : resolved;
}

const ofKind = (kind: IdKind, ids: readonly string[]): readonly string[] => ids.filter((id) => kindOfId(id) === kind);

/** What its teams look at first, as they are now. Teams are nothing that a member may find out: to them there are none. */
async function typesOfTeams(ctx: RequestContext, teamIds: readonly string[]): Promise<readonly string[]> {
  if (ctx.caller.kind === 'BENEFICIARY') return [];
  const teams = await teamsOf(ctx);
  return teams.filter(({ id }) => teamIds.includes(id)).flatMap(({ typeIds }) => typeIds);
}

function namedIn(
  catalogue: Catalogue,
  { typeKeys, statusKeys }: OccurrenceFilter,
): Pick<ResolvedFilter, 'typeIds' | 'statusIds'> {
  const statuses = catalogue.types.flatMap((type) => type.statuses);
  return {
    typeIds: typeKeys?.flatMap((key) => catalogue.typeByKey(key)?.id ?? []),
    statusIds: statusKeys && statuses.filter(({ key }) => statusKeys.includes(key)).map(({ id }) => id),
  };
}

/**
 * Who has an occurrence, and the operator's own deadline, is nothing that a member may find out: to them nobody has any,
 * and none has such a deadline.
 */
function withoutInternals(filter: ResolvedFilter): ResolvedFilter {
  const { attendantId, unassigned, mine, slaStates, ...rest } = filter;
  const asksForSomebody = attendantId != null || unassigned === false || mine === true;
  return asksForSomebody || slaStates != null ? { typeIds: [] } : rest;
}
