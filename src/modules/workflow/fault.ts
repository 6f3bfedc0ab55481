import { problem, type Problem, type UserErrorCode } from '../../shared/problem.js';
import type { Path } from './definition.js';

interface Place {
  readonly path: Path;
  readonly named: boolean;
  readonly key: string;
}

/** Makes the problems of one element: each says which it is, and points into the mutation if that names it. */
export type Fault = (code: UserErrorCode, message: string, ...where: string[]) => Problem;

export const faultsOf =
  (what: string, element: Place): Fault =>
  (code, message, ...where) =>
    problem(
      code,
      `${what} "${element.key.slice(0, 64)}": ${message}`,
      element.named ? [...element.path, ...where] : element.path,
    );

/** Moves problems with paths inside an element to where the element is. */
export const placed = (fault: Fault, problems: readonly Problem[]): Problem[] =>
  problems.map(({ code, message, path = [] }) => fault(code, message, ...path));
