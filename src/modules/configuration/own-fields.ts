import { type Problem, problem } from '../../shared/problem.js';

// Checks that every element of the configuration shares.

const keyShape = /^[a-z][a-z0-9_-]{0,63}$/;
const longestName = 200;

/** `taken`: another element of its kind has the key. */
export function checkKey(key: string, taken: boolean, path: readonly string[]): Problem[] {
  if (!keyShape.test(key)) {
    return [problem('INVALID', 'A key is a lower-case letter and up to 63 more, digits, _ or -.', path)];
  }
  return taken ? [problem('TAKEN', `"${key}" exists already.`, path)] : [];
}

export function checkName(name: string, path: readonly string[]): Problem[] {
  if (name.trim() === '') return [problem('REQUIRED', 'The name is empty.', path)];
  return name.length > longestName
    ? [problem('INVALID', `The name is longer than ${longestName} characters.`, path)]
    : [];
}

/** What an update gives: null clears and counts, undefined is as good as absent. */
export const givenFields = <T extends object>(update: T): Partial<T> =>
  Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A problem for each field that an update clears though it cannot be empty. */
export const checkCleared = (update: object, clearable: readonly string[], path: readonly string[]): Problem[] =>
  Object.entries(update)
    .filter(([name, value]) => value === null && !clearable.includes(name))
    .map(([name]) => problem('REQUIRED', `${name} cannot be cleared.`, [...path, name]));

/** A refusal to take something out of use, saying by how many it is used. */
export const inUse = (count: number, message: string, path: readonly string[]): Problem => ({
  ...problem('IN_USE', message, path),
  details: { count },
});
