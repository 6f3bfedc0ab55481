import type { RequestContext } from '../../../platform/graphql/context.js';
import { occurrenceLoader, type OccurrenceRow } from '../../occurrences/index.js';
import { type Action, catalogueOf } from '../../workflow/index.js';
import type { Occasion } from '../channels/channel.js';
import { loadOccasion } from '../deliver/occasion.js';

export interface Trial {
  readonly action: Action;
  readonly occurrence: OccurrenceRow;
  /** null: the occurrence is of another type than the action. */
  readonly occasion: Occasion | null;
}

/** As if the occurrence entered the action's status at this moment; null where one of the two is not there. */
export async function trialOf(
  ctx: RequestContext,
  actionId: string,
  occurrenceId: string,
  publicUrl: string,
): Promise<Trial | null> {
  const catalogue = await catalogueOf(ctx);
  const action = catalogue.action(actionId);
  const occurrence = await occurrenceLoader(ctx).load(occurrenceId);
  if (!action || !occurrence) return null;
  if (action.typeId !== occurrence.typeId) return { action, occurrence, occasion: null };
  const from = occurrence.statusId;
  const event = { kind: 'STATUS_CHANGED', from, to: action.statusId } as const;
  const occasion = await loadOccasion(await ctx.read(), {
    event: { ...event, comment: null, denialBasis: null, assignedTo: null },
    before: { statusId: from },
    occurredAt: ctx.clock.now(),
    version: occurrence.version + 1,
    occurrence,
    catalogue,
    publicUrl,
  });
  return { action, occurrence, occasion };
}
