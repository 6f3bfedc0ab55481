import type { OccurrenceType } from '../../workflow/model.js';
import { slaOnward } from '../clocks/run-clocks.js';
import { statesOnward } from '../clocks/told.js';
import type { EventPayload } from '../events.js';
import { facetsOf, type OccurrenceState, statusOf, type StreamFacets } from '../state.js';

/** One event, the state that it leads to, and the facets on either side of it (`before` is null for a creation). */
export interface Change {
  readonly changed: true;
  readonly event: EventPayload;
  readonly state: OccurrenceState;
  readonly before: StreamFacets | null;
  readonly after: StreamFacets;
}

/** What was asked for is so already: success without an event. */
export interface Unchanged {
  readonly changed: false;
  readonly state: OccurrenceState;
}

export type Outcome = Change | Unchanged;

export const unchanged = (state: OccurrenceState): Unchanged => ({ changed: false, state });

/** What every decision about an occurrence that exists starts from. */
export interface Situation {
  readonly state: OccurrenceState;
  readonly type: OccurrenceType;
  readonly now: Date;
}

/** The one way to a next state: a version more, and an event that says why. */
export function change(
  { state, type, now }: Situation,
  event: EventPayload,
  differences: Partial<OccurrenceState> = {},
): Change {
  const moved = { ...state, updatedAt: now, ...differences, version: state.version + 1 };
  const status = statusOf(moved, type);
  const clocked = { ...moved, sla: slaOnward(state, moved, status, now) };
  const next = { ...clocked, ...statesOnward(state, clocked, now) };
  return {
    changed: true,
    event,
    state: next,
    before: facetsOf(state, statusOf(state, type)),
    after: facetsOf(next, status),
  };
}
