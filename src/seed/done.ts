import type { Problem, Result } from '../shared/problem.js';

/** The value of what must succeed: content that the rules refuse is a mistake of ours. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw refused(result.problems);
  return result.value;
}

export const refused = (problems: readonly Problem[]): Error =>
  new Error(
    `The seed was refused: ${problems.map((one) => `${one.code} ${one.path?.join('.')}: ${one.message}`).join('; ')}`,
  );
