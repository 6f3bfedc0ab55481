import type { ActionSettled } from '../events.js';
import { type Change, change, type Situation } from './outcome.js';

/** A delivery's end goes into the history whatever has become of the occurrence: what was under way settles after closing, too. */
export const recordActionSettled = (situation: Situation, settled: Omit<ActionSettled, 'kind'>): Change =>
  change(situation, { kind: 'ACTION_SETTLED', ...settled });
