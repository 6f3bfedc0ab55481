import type { RequestContext } from '../../../platform/graphql/context.js';
import { type Problem, problem } from '../../../shared/problem.js';
import { changeStatus, type StatusChange } from '../occurrence-moves.js';
import { occurrencesWhere } from '../read/occurrence-query.js';
import { selectionOf } from '../read/selection.js';
import type { OccurrenceFilter } from '../resolve-filter.js';
import { sql } from '../sql-condition.js';
import { oneOf } from '../write/one-of.js';
import type { Writer } from '../write/writer.js';
import type { Written } from '../write/written.js';
import { unwatched, watched } from './bulk-progress.js';

export interface BulkStatusChange extends Omit<StatusChange, 'expectedVersion'> {
  readonly ids?: readonly string[] | null | undefined;
  readonly filter?: OccurrenceFilter | null | undefined;
  /** Chosen by the caller, to follow how far it is. */
  readonly progressId?: string | null | undefined;
}

export interface BulkItem {
  readonly id: string;
  readonly written: Written;
}

export interface BulkResult {
  readonly items: readonly BulkItem[];
  /** What stands in the way of all; then nothing was changed. */
  readonly problems: readonly Problem[];
}

export const mostAtOnce = 500;
/** Each commit waits for the one before it in the operator's log: more at once would only hold connections. */
const sideBySide = 3;

/** Moves many, each as if it were the only one: by the same decision, in a transaction of its own. */
export async function changeStatuses(
  writer: Writer,
  ctx: RequestContext,
  { ids, filter, progressId, ...change }: BulkStatusChange,
): Promise<BulkResult> {
  const refused = (problem: Problem): BulkResult => ({ items: [], problems: [problem] });
  const named = oneOf({ statusId: change.statusId, statusKey: change.statusKey });
  if (!named.ok) return { items: [], problems: named.problems };
  const chosen = await chosenIds(ctx, ids, filter);
  if (!Array.isArray(chosen)) return refused(chosen as Problem);
  const progress = progressId == null ? unwatched : watched(ctx, progressId);
  const hindrance = await progress.start(chosen.length);
  if (hindrance) return refused(hindrance);
  const items: BulkItem[] = [];
  try {
    let next = 0;
    let broken = false;
    const work = async () => {
      for (let at = next++; at < chosen.length && !broken; at = next++) {
        const id = chosen[at]!;
        const written = await changeStatus(writer, ctx, id, change);
        items[at] = { id, written };
        await progress.count(written.cursor !== null);
      }
    };
    const working = Array.from({ length: sideBySide }, () =>
      work().catch((error: unknown) => {
        broken = true;
        throw error;
      }),
    );
    // Nothing goes on behind the back of an answer.
    await Promise.allSettled(working);
    await Promise.all(working);
  } finally {
    await progress.finish();
  }
  return { items, problems: [] };
}

async function chosenIds(
  ctx: RequestContext,
  ids: readonly string[] | null | undefined,
  filter: OccurrenceFilter | null | undefined,
): Promise<string[] | Problem> {
  if (ids == null && filter == null) return problem('REQUIRED', 'One of ids and filter is needed.', ['input', 'ids']);
  if (ids != null && filter != null) {
    return problem('INVALID', 'Of ids and filter only one can be given.', ['input', 'filter']);
  }
  const path = ['input', ids == null ? 'filter' : 'ids'];
  const chosen = ids == null ? await selectedIds(ctx, filter!) : [...new Set(ids)];
  if (chosen.length <= mostAtOnce) return chosen;
  return problem('INVALID', `No more than ${mostAtOnce} are moved at once.`, path);
}

/** The oldest first; one more than can be moved, where there are more. */
async function selectedIds(ctx: RequestContext, filter: OccurrenceFilter): Promise<string[]> {
  const selection = await selectionOf(ctx, filter);
  const oldestFirst = sql('order by o.created_at, o.id limit ?', mostAtOnce + 1);
  const rows = await occurrencesWhere(await ctx.read(), selection, oldestFirst);
  return rows.map(({ id }) => id);
}
