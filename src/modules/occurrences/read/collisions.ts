import { type StoredEvent, StoredEventEntity } from '../../../platform/events/event.entity.js';
import { selectRows } from '../../../platform/database/select-rows.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { Collision } from '../decide.js';
import type { TabEntry } from '../occurrence.entity.js';
import { allOf, sql } from '../sql-condition.js';
import { inBeneficiaryHistorySql } from '../visibility-sql.js';
import { entryLoader } from './content-loaders.js';
import { seesEntry } from './seen.js';
import { mayFollow } from './visible-occurrences.js';

/** The events that a command collided with, oldest first, as far as the caller sees them in the history. */
export async function collidingChanges(
  ctx: RequestContext,
  { occurrenceId, changedIn }: Collision,
): Promise<StoredEvent[]> {
  // Systems may change what they may not read.
  if (!(await mayFollow(ctx, occurrenceId))) return [];
  const { caller } = ctx;
  const where = allOf([
    sql('e.operator_id = ?', caller.operatorId),
    sql('e.occurrence_id = ?', occurrenceId),
    sql('e.version in (?)', changedIn),
    ...(caller.kind === 'BENEFICIARY' ? [inBeneficiaryHistorySql(caller.personId)] : []),
  ]);
  const em = await ctx.read();
  return selectRows(em, StoredEventEntity, {
    alias: 'e',
    sql: `where ${where.sql} order by e.version`,
    params: where.params,
  });
}

/** The entry as somebody else has left it; null where the command was about something else, or the caller sees none. */
export async function collidingEntry(
  ctx: RequestContext,
  { occurrenceId, entryId }: Collision,
): Promise<TabEntry | null> {
  if (entryId === null || !(await mayFollow(ctx, occurrenceId))) return null;
  const entry = await entryLoader(ctx).load(entryId);
  return entry && entry.occurrenceId === occurrenceId && (await seesEntry(ctx, entry)) ? entry : null;
}
