import { problem, type Problem } from '../../shared/problem.js';
import type { Path } from './definition.js';

/** What an update gives: null clears and counts, undefined is as good as absent. */
export const givenFields = <T extends object>(update: T): Partial<T> =>
  Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A problem for each field that is cleared but cannot be empty. */
export const clearedFields = (update: object, clearable: ReadonlySet<string>, path: Path): Problem[] =>
  Object.entries(update)
    .filter(([name, value]) => value === null && !clearable.has(name))
    .map(([name]) => problem('REQUIRED', `${name} cannot be cleared.`, [...path, name]));

/** A problem for each field that an element must have before it can be added. */
export const absentFields = (update: object, required: readonly string[], path: Path): Problem[] => {
  const given = givenFields(update);
  return required
    .filter((name) => !Object.hasOwn(given, name))
    .map((name) => problem('REQUIRED', `${name} is missing.`, [...path, name]));
};
