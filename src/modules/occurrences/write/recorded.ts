import type { EntityManager } from '@mikro-orm/postgresql';
import type { Catalogue, OccurrenceType } from '../../workflow/index.js';
import type { Actor } from '../actor.js';
import type { EventPayload } from '../events.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import type { OccurrenceState } from '../state.js';

/** A change that is about to be committed: the row and its event will be the last statement, where it is not new. */
export interface Recorded {
  readonly operatorId: string;
  readonly eventId: string;
  readonly event: EventPayload;
  /** null: it has just been created. */
  readonly before: OccurrenceState | null;
  readonly occurrence: OccurrenceRow;
  readonly type: OccurrenceType;
  readonly catalogue: Catalogue;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * What follows a change in its own transaction, such as the deliveries of actions; for modules that occurrences do not
 * know. Answers with the channels of the bus to wake once it is committed.
 */
export type Reaction = (em: EntityManager, recorded: Recorded) => Promise<readonly string[]>;
