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
  const changedIn = expected ? versionsThatTouched(aspects, expected, state) : [];
  if (changedIn.length > 0) {
    const found = conflict(state, 'Somebody else has changed it since the expected version.', expectedVersionPath);
    return { ...found, details: { ...found.details, ...collision(state, aspects, changedIn) } };
  }
  return isClosed(state)
    ? problem('OCCURRENCE_CLOSED', 'The occurrence is closed; it takes nothing but reopening.', idPath)
    : null;
}

export const conflict = (state: OccurrenceState, message: string, path: readonly string[]): Problem => ({
  ...problem('CONFLICT', message, path),
  details: { currentVersion: state.version },
});

/** What a conflict is with, for whoever shows both sides; the newest of many. */
export interface Collision {
  readonly occurrenceId: string;
  /** The versions in which the same thing was changed, oldest first. */
  readonly changedIn: readonly number[];
  /** The entry of a tab that it is about; null: something else. */
  readonly entryId: string | null;
}

export const mostCollidingChanges = 20;

const collision = ({ id }: OccurrenceState, aspects: readonly Aspect[], changedIn: readonly number[]): Collision => ({
  occurrenceId: id,
  changedIn: changedIn.slice(-mostCollidingChanges),
  entryId: aspects.find((aspect) => aspect.startsWith('entry:'))?.slice('entry:'.length) ?? null,
});

const versionsThatTouched = (aspects: readonly Aspect[], expected: Expectation, state: OccurrenceState): number[] =>
  sinceThen(expected, state).flatMap((event, index) =>
    conflictsWith(aspects, [event]) ? [expected.version + 1 + index] : [],
  );

function sinceThen({ version, laterEvents }: Expectation, state: OccurrenceState): readonly EventPayload[] {
  // Each event raises the version by one, so a caller that loaded too few would overlook a conflict.
  if (laterEvents.length !== state.version - version) {
    throw new Error(`${laterEvents.length} events given between versions ${version} and ${state.version}`);
  }
  return laterEvents;
}
