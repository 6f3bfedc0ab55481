import type { Problem } from '../../../shared/problem.js';
import type { OccurrenceRow } from '../occurrence.entity.js';

/** What a change answers. */
export interface Written<Child = null> {
  /** As it is now, refused or not; null: there is none, or none that the caller may see. */
  readonly occurrence: OccurrenceRow | null;
  /** The place of this change in the log; null where it was refused. */
  readonly cursor: string | null;
  readonly problems: readonly Problem[];
  /** What was added along with it: a note, a message, an entry. */
  readonly child: Child | null;
}
