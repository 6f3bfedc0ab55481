import type { RequestContext } from '../../../platform/graphql/context.js';
import { catalogueOf } from '../../workflow/index.js';
import { askerOf } from '../asker.js';
import { type Transition, transitionsFor } from '../decide.js';
import { stateOf } from '../occurrence-row.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { mayChangeStatus } from '../policy.js';
import { entryCountsLoader } from './content-loaders.js';
import { seesInternals } from './seen.js';

/** The moves out of an occurrence's status, and what stands in the caller's way. */
export async function transitionsOf(ctx: RequestContext, occurrence: OccurrenceRow): Promise<Transition[]> {
  if (!seesInternals(ctx)) return [];
  const catalogue = await catalogueOf(ctx);
  const type = catalogue.type(occurrence.typeId);
  if (!type) return [];
  return transitionsFor({
    state: stateOf(occurrence),
    type,
    // Without the permission nobody's role is of use.
    roles: mayChangeStatus(askerOf(ctx.caller)) ? ctx.caller.roles : [],
    entries: await entryCountsLoader(ctx).load(occurrence.id),
    genericTerms: catalogue.genericTerms,
  });
}
