import { problem, refusal, type Result, success } from '../../../shared/problem.js';

/** What the caller named it by, and where in the input. */
export interface Named<Name extends string> {
  readonly by: Name;
  readonly value: string;
  readonly path: readonly string[];
}

/** The one of several fields that is given; none and more than one are refused. */
export function oneOf<Name extends string>(
  fields: Readonly<Record<Name, string | null | undefined>>,
): Result<Named<Name>> {
  const names = Object.keys(fields) as Name[];
  const given = names.flatMap((by): Named<Name>[] => {
    const value = fields[by];
    return value === null || value === undefined ? [] : [{ by, value, path: ['input', by] }];
  });
  const [first, second] = given;
  if (!first) return refusal(problem('REQUIRED', `One of ${names.join(', ')} is needed.`, ['input', names[0]!]));
  if (second) return refusal(problem('INVALID', `Of ${names.join(', ')} only one can be given.`, second.path));
  return success(first);
}
