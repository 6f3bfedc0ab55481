import { problem, type Problem } from '../../../shared/problem.js';
import { type Aspect, conflictsWith } from '../conflict.js';
import type { EventPayload } from '../events.js';
import { isClosed, type OccurrenceState } from '../state.js';

/** The version that the caller has seen, and every event since. */
export interface Expectation {
  readonly version: number;
  readonly laterEvents: readonly EventPayload[];
}

export const idPath = ['id'] as const;
export const expectedVersionPath = ['input', 'expectedVersion'] as const;

interface Attempt {
  readonly state: OccurrenceState;
  readonly expected?: Expectation | null | undefined;
  readonly aspects: readonly Aspect[];
  /** What is asked for is so already: a repetition is no conflict with what it repeats. */
  readonly settled?: boolean;
}

/**
 * What stops a command before its own rules are asked. A conflict goes before the closing: whoever acts on a version that
 * is gone has to look again first, whatever it has become.
 */
export function barrier({ state, expected, aspects, settled = false }: Attempt): Problem | null {
  if (expected && expected.version < 1) {
    return problem('INVALID', 'The first version is 1.', expectedVersionPath);
  }
  // It cannot have been seen here: whoever expects it has to look again, as after any other conflict.
  if (expected && expected.version > state.version) {
    return conflict(state, `The newest version is ${state.version}.`, expectedVersionPath);
  }
  if (settled && !isClosed(state)) return null;
  if (expected && conflictsWith(aspects, sinceThen(expected, state))) {
    return conflict(state, 'Somebody else has changed it since the expected version.', expectedVersionPath);
  }
  return isClosed(state)
    ? problem('OCCURRENCE_CLOSED', 'The occurrence is closed; it takes nothing but reopening.', idPath)
    : null;
}

export const conflict = (state: OccurrenceState, message: string, path: readonly string[]): Problem => ({
  ...problem('CONFLICT', message, path),
  details: { currentVersion: state.version },
});

function sinceThen({ version, laterEvents }: Expectation, state: OccurrenceState): readonly EventPayload[] {
  // Each event raises the version by one, so a caller that loaded too few would overlook a conflict.
  if (laterEvents.length !== state.version - version) {
    throw new Error(`${laterEvents.length} events given between versions ${version} and ${state.version}`);
  }
  return laterEvents;
}
