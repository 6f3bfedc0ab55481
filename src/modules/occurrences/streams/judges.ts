import type { StoredEvent } from '../../../platform/events/index.js';
import type { EventPayload } from '../events.js';
import { matchesFilter, type ResolvedFilter } from '../filter-match.js';
import type { StreamFacets } from '../state.js';
import { type StreamKind, streamKind } from '../stream-kind.js';
import { beneficiaryView, type FacetedEvent } from '../visibility.js';
import type { Judge } from './follow.js';

const faceted = ({ payload, before, after }: StoredEvent): Omit<FacetedEvent, 'own'> => ({
  payload: payload as unknown as EventPayload,
  before: (before ?? null) as StreamFacets | null,
  after: after as unknown as StreamFacets,
});

const shownAs = (event: StoredEvent, viewerId: string): StreamKind | null => {
  const view = beneficiaryView({ ...faceted(event), own: event.actorId === viewerId });
  return view === 'HIDDEN' ? null : view;
};

/** What enters, changes and leaves what a filter selects. */
export const byFilter =
  (filter: ResolvedFilter): Judge =>
  (event, fixed) => {
    const { before, after } = faceted(event);
    return streamKind(before !== null && matchesFilter(filter, fixed, before), matchesFilter(filter, fixed, after));
  };

/** All that happens to one occurrence, as staff and systems see it. */
export const ofOccurrence =
  (id: string): Judge =>
  (event) =>
    event.occurrenceId === id ? streamKind(event.before != null, true) : null;

/** Likewise, as one of its beneficiaries sees it. */
export const ofOwnOccurrence =
  (id: string, self: string): Judge =>
  (event) =>
    event.occurrenceId === id ? shownAs(event, self) : null;

/**
 * What a member may see of their family's. `family` is as it was when the stream was opened; who became a dependant
 * since then is known by their holder.
 */
export const ofFamily =
  (self: string, family: ReadonlySet<string>): Judge =>
  (event, { requesterId, beneficiaryId, holderId }) =>
    requesterId === self || family.has(beneficiaryId) || holderId === self ? shownAs(event, self) : null;
