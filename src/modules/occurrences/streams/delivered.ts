import type { StoredEvent } from '../../../platform/events/index.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { occurrenceLoader } from '../read/visible-occurrences.js';
import type { StreamUpdate, UpdateKind } from './update.js';

export interface DeliveredUpdate {
  readonly kind: UpdateKind;
  readonly cursor: string;
  readonly occurrenceId: string | null;
  readonly occurrence: OccurrenceRow | null;
  readonly event: StoredEvent | null;
}

/** An update as its subscriber may see it now: the kind is that of the event, the occurrence is as it is by now. */
export async function delivered(ctx: RequestContext, update: StreamUpdate): Promise<DeliveredUpdate> {
  if (update.kind === 'READY' || update.kind === 'GAP') {
    return { ...update, occurrenceId: null, occurrence: null, event: null };
  }
  const { kind, cursor, event } = update;
  const { occurrenceId } = event;
  // What a member no longer sees has only its id for them, even where they see it again by now.
  const hidden = kind === 'LEFT' && ctx.caller.kind === 'BENEFICIARY';
  const occurrence = hidden ? null : await occurrenceLoader(ctx).load(occurrenceId);
  return occurrence
    ? { kind, cursor, occurrenceId, occurrence, event }
    : { kind: 'LEFT', cursor, occurrenceId, occurrence: null, event: null };
}
