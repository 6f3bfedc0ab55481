import { contextLoader, type RequestContext } from '../../../platform/graphql/context.js';
import { kindOfId } from '../../../shared/ids.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { sql } from '../sql-condition.js';
import { occurrencesWhere, visibleOnes } from './occurrence-query.js';

/** An occurrence by id; null where the caller cannot see it now, whatever the reason. */
export const occurrenceLoader = contextLoader<string, OccurrenceRow | null>(async (ctx, keys) => {
  const ids = keys.filter((id) => kindOfId(id) === 'occurrence');
  if (ids.length === 0) return keys.map(() => null);
  const em = await ctx.read();
  const conditions = [...(await visibleOnes(ctx)), sql('o.id in (?)', ids)];
  const found = new Map((await occurrencesWhere(em, conditions)).map((row) => [row.id, row]));
  return keys.map((id) => found.get(id) ?? null);
});

/** Whether the caller may follow the occurrence: it is there, and they can see it now. */
export const mayFollow = async (ctx: RequestContext, id: string): Promise<boolean> =>
  (await occurrenceLoader(ctx).load(id)) !== null;

/** The re-analyses of an occurrence's denials that the caller may see, in the order of the denials. */
export const reanalysesLoader = contextLoader<string, OccurrenceRow[]>(async (ctx, ids) => {
  const em = await ctx.read();
  const conditions = [...(await visibleOnes(ctx)), sql('o.reanalysis_of_id in (?)', ids)];
  const rows = await occurrencesWhere(em, conditions, sql('order by o.reanalysis_of_version'));
  const byDenied = Map.groupBy(rows, ({ reanalysisOfId }) => reanalysisOfId);
  return ids.map((id) => byDenied.get(id) ?? []);
});

/** The occurrences of a protocol number that the caller may see, oldest first. */
export const occurrencesOfProtocolLoader = contextLoader<string, OccurrenceRow[]>(async (ctx, numbers) => {
  const em = await ctx.read();
  const conditions = [...(await visibleOnes(ctx)), sql('o.protocol_number in (?)', numbers)];
  const rows = await occurrencesWhere(em, conditions, sql('order by o.created_at, o.id'));
  const byNumber = Map.groupBy(rows, ({ protocolNumber }) => protocolNumber);
  return numbers.map((number) => byNumber.get(number) ?? []);
});
