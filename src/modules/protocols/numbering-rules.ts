import { type Problem, problem } from '../../shared/problem.js';
import { type NumberedType, resetOf } from './numbering.js';
import { patternProblems } from './pattern.js';

/** All that is wrong with how a type numbers, by itself. */
export function numberingProblems(type: NumberedType): Problem[] {
  const { numbering, prefix, pattern, reset } = type;
  if (numbering === 'ANS') {
    return [
      ...(prefix === null ? [] : [fixed('Numbers of the regulator have no prefix.', 'prefix')]),
      ...(pattern === null ? [] : [fixed('The pattern of the regulator’s numbers is fixed.', 'pattern')]),
      ...(reset === null || reset === 'DAILY' ? [] : [fixed('Numbers of the regulator begin anew DAILY.', 'reset')]),
    ];
  }
  const wrongPrefix = prefix !== null && !/^[A-Z0-9-]{0,12}$/.test(prefix);
  return [
    ...(wrongPrefix ? [fixed('A prefix is 12 capital letters, digits or - at the most.', 'prefix')] : []),
    ...(pattern === null ? withoutPattern(type) : patternProblems(pattern, prefix, resetOf(type))),
  ];
}

const withoutPattern = (type: NumberedType): Problem[] =>
  resetOf(type) === 'NEVER'
    ? []
    : [fixed('Numbers would repeat: without a pattern that has the date they never begin anew.', 'reset')];

const fixed = (message: string, field: string): Problem => problem('INVALID', message, ['input', field]);

/** Whether a type's numbers are made differently than before. */
export const numberingChanged = (before: NumberedType, after: NumberedType): boolean =>
  (['numbering', 'prefix', 'pattern'] as const).some((name) => before[name] !== after[name]) ||
  resetOf(before) !== resetOf(after);
