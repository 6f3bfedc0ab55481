import type { RequestContext } from '../../../platform/graphql/context.js';
import { searchTerm } from '../../../platform/graphql/search-term.js';
import { writtenNumber } from '../../protocols/index.js';
import { filterConditions } from '../filter-sql.js';
import { type OccurrenceFilter, resolveFilter } from '../resolve-filter.js';
import { sql, type SqlCondition } from '../sql-condition.js';
import { visibleOnes } from './occurrence-query.js';

/** What a filter selects of the occurrences `o` that the caller may see. */
export async function selectionOf(
  ctx: RequestContext,
  filter: OccurrenceFilter | null | undefined,
): Promise<SqlCondition[]> {
  const visible = await visibleOnes(ctx);
  if (!filter) return visible;
  return [...visible, ...filterConditions(await resolveFilter(ctx, filter)), ...searchConditions(filter.search)];
}

/** Numbers are kept as they are, names without accents and in lower case: each is compared with its like. */
function searchConditions(search: string | null | undefined): SqlCondition[] {
  const term = searchTerm(search);
  if (!term) return [];
  const compared = [...new Set([term.plain, term.typed, writtenNumber(term.typed)])];
  const found = compared.map(() => 'select search_occurrences(?, ?)').join(' union ');
  return [sql(`o.id in (${found})`, ...compared.flatMap((each) => [term.typed, each]))];
}
