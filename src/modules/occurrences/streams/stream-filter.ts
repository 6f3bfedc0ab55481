import type { RequestContext } from '../../../platform/graphql/context.js';
import { badUserInput } from '../../../platform/graphql/errors.js';
import type { ResolvedFilter } from '../filter-match.js';
import { type OccurrenceFilter, resolveFilter } from '../resolve-filter.js';

/** The filter of a stream, with its names turned into ids. Throws BAD_USER_INPUT for `search`: no event could tell what it finds. */
export async function streamFilter(
  ctx: RequestContext,
  filter: OccurrenceFilter | null | undefined,
): Promise<ResolvedFilter> {
  if (filter?.search != null) throw badUserInput('A stream takes no search: filter by something else.');
  return filter ? resolveFilter(ctx, filter) : {};
}
