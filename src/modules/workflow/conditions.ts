import { problem, type Problem } from '../../shared/problem.js';
import type { Path, TypeDefinition } from './definition.js';
import { templateNames } from './template-names.js';
import type { FormFacts } from './known-configuration.js';

// JSON Logic as a condition may use it: no loops, no logging, no computed names. What it reads is named
// `formulario.<field>` in the intake, `abas.<tab key>.<field>` in a tab (its newest entry), and as in templates else.

/** Operators, with the fewest and the most operands that each takes. */
const operators: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries({
    var: [1, 2],
    missing: [1, 50],
    if: [1, 50],
    '?:': [3, 3],
    and: [1, 50],
    or: [1, 50],
    '!': [1, 1],
    '!!': [1, 1],
    '==': [2, 2],
    '===': [2, 2],
    '!=': [2, 2],
    '!==': [2, 2],
    '>': [2, 2],
    '>=': [2, 2],
    '<': [2, 3],
    '<=': [2, 3],
    in: [2, 2],
    cat: [1, 50],
    substr: [2, 3],
    '+': [1, 50],
    '-': [1, 2],
    '*': [1, 50],
    '/': [2, 2],
    '%': [2, 2],
    min: [1, 50],
    max: [1, 50],
  } satisfies Record<string, readonly [number, number]>),
);

const deepest = 12;
const longest = 10_000;

type Forms = ReadonlyMap<string, FormFacts>;

const fieldsOf = (forms: Forms, formId: string | null, prefix: string): string[] =>
  [...((formId && forms.get(formId)?.fields) || [])].map((field) => prefix + field);

/** The names of what is filled in to open an occurrence: all that is known of it by then. */
export const intakeNames = (
  { intakeFormId }: Pick<TypeDefinition, 'intakeFormId'>,
  forms: Forms,
): ReadonlySet<string> => new Set(fieldsOf(forms, intakeFormId, 'formulario.'));

/** The names that a condition of this type may read. */
export function conditionNames(
  definition: Pick<TypeDefinition, 'intakeFormId' | 'tabs'>,
  forms: Forms,
): ReadonlySet<string> {
  return new Set([
    ...templateNames,
    ...intakeNames(definition, forms),
    ...definition.tabs.flatMap((tab) => fieldsOf(forms, tab.formId, `abas.${tab.key}.`)),
  ]);
}

/** Checks that the rule is one operator over known names, within bounds. */
export function checkCondition(rule: unknown, known: ReadonlySet<string>, path: Path): Problem[] {
  if (!isOperation(rule)) return [problem('INVALID', 'A condition is an object with one operator.', path)];
  const problems = checkValue(rule, known, path, 1);
  if (problems.length > 0) return problems;
  return JSON.stringify(rule).length > longest
    ? [problem('INVALID', `The condition is longer than ${longest} characters.`, path)]
    : [];
}

const isOperation = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 1;

function checkValue(value: unknown, known: ReadonlySet<string>, path: Path, depth: number): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (depth > deepest) return [problem('INVALID', `The condition is nested deeper than ${deepest} levels.`, path)];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => checkValue(item, known, [...path, String(i)], depth + 1));
  }
  if (!isOperation(value)) return [problem('INVALID', 'An object here has one operator.', path)];
  const [[name, operand]] = Object.entries(value) as [[string, unknown]];
  const place = [...path, name];
  const arity = operators.get(name);
  if (!arity) {
    const list = [...operators.keys()].join(', ');
    return [problem('INVALID', `"${name.slice(0, 64)}" is no operator here. Known are: ${list}.`, place)];
  }
  const operands: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const [fewest, most] = arity;
  if (operands.length < fewest || operands.length > most) {
    return [
      problem('INVALID', `"${name}" takes ${fewest === most ? fewest : `${fewest} to ${most}`} operands.`, place),
    ];
  }
  const placeOf = (i: number): Path => (Array.isArray(operand) ? [...place, String(i)] : place);
  if (name === 'var') {
    const [first, ...fallback] = operands;
    return [
      ...checkName(first, known, placeOf(0)),
      ...fallback.flatMap((item) => checkValue(item, known, placeOf(1), depth + 1)),
    ];
  }
  if (name === 'missing') return operands.flatMap((item, i) => checkName(item, known, placeOf(i)));
  return operands.flatMap((item, i) => checkValue(item, known, placeOf(i), depth + 1));
}

function checkName(name: unknown, known: ReadonlySet<string>, path: Path): Problem[] {
  if (typeof name !== 'string') return [problem('INVALID', 'A name is a text, not a computed value.', path)];
  if (known.has(name)) return [];
  const list = [...known].slice(0, 100).join(', ');
  return [problem('INVALID', `"${name.slice(0, 100)}" is unknown. Known are: ${list}.`, path)];
}

/** The rule with what it reads under one prefix read under another: a tab's key changes, and its fields' names with it. */
export function renameInCondition<T>(rule: T, from: string, to: string): T {
  const renamed = (name: unknown): unknown =>
    typeof name === 'string' && name.startsWith(from) ? to + name.slice(from.length) : name;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([operator, operand]) => {
        if (operator === 'missing') return [operator, Array.isArray(operand) ? operand.map(renamed) : renamed(operand)];
        if (operator !== 'var') return [operator, walk(operand)];
        return [
          operator,
          Array.isArray(operand) ? [renamed(operand[0]), ...operand.slice(1).map(walk)] : renamed(operand),
        ];
      }),
    );
  };
  return walk(rule) as T;
}
