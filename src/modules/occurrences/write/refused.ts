import type { Problem } from '../../../shared/problem.js';
import type { OccurrenceRow } from '../occurrence.entity.js';

/** Thrown inside a change to leave nothing behind; becomes its answer. */
export class Refused extends Error {
  constructor(
    readonly problems: readonly Problem[],
    /** As it is now; null: there is none, or none that the caller may see. */
    readonly occurrence: OccurrenceRow | null = null,
  ) {
    super('refused');
  }
}
