import { type Problem, problem } from '../../shared/problem.js';
import type { ProtocolReset } from './protocol.entity.js';

export const longestPattern = 100;
/** Characters of a number that is issued. */
export const longestNumber = 40;

export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'prefix' | 'registry' | DatePart }
  | { readonly kind: 'seq'; readonly width: number | null }
  | { readonly kind: 'unknown'; readonly text: string };

type DatePart = 'yyyy' | 'mm' | 'dd';

/** The parts of a date without which the numbers of one period would be those of the next. */
const datePartsOf: Readonly<Record<ProtocolReset, readonly DatePart[]>> = {
  NEVER: [],
  YEARLY: ['yyyy'],
  MONTHLY: ['yyyy', 'mm'],
  DAILY: ['yyyy', 'mm', 'dd'],
};

/** "{prefix}{yyyy}-{seq:6}" in its parts; a running number without a width is the product's own, for types without a pattern. */
export const partsOf = (pattern: string): PatternPart[] =>
  (pattern.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((text) => {
    if (!/^[{}]/.test(text)) return { kind: 'text', text };
    const name = text.slice(1, -1);
    if (isNamed(name)) return { kind: name };
    const running = /^seq(?::([3-9]))?$/.exec(name);
    return running ? { kind: 'seq', width: running[1] ? Number(running[1]) : null } : { kind: 'unknown', text };
  });

const isNamed = (name: string): name is 'prefix' | 'registry' | DatePart =>
  ['prefix', 'registry', 'yyyy', 'mm', 'dd'].includes(name);

const patternPath = ['input', 'pattern'];

/** All that is wrong with a pattern by itself. */
export function patternProblems(pattern: string, prefix: string | null, reset: ProtocolReset): Problem[] {
  if (pattern === '' || pattern.length > longestPattern) {
    return [problem('INVALID', `A pattern has 1 to ${longestPattern} characters.`, patternPath)];
  }
  const parts = partsOf(pattern);
  return [
    ...parts.flatMap(partProblems),
    ...runningNumberProblems(parts),
    ...prefixProblems(parts, prefix),
    ...resetProblems(parts, reset),
  ];
}

function partProblems(part: PatternPart): Problem[] {
  if (part.kind === 'text' && !/^[A-Z0-9./-]+$/.test(part.text)) {
    return [
      problem('INVALID', 'Beside its parts a pattern has capital letters, digits, -, . and / alone.', patternPath),
    ];
  }
  if (part.kind !== 'unknown' && !(part.kind === 'seq' && part.width === null)) return [];
  const found = part.kind === 'unknown' ? part.text : '{seq}';
  const known = 'The parts are {prefix}, {registry}, {yyyy}, {mm}, {dd} and {seq:3} to {seq:9}';
  return [problem('INVALID', `${known}; "${found}" is none.`, patternPath)];
}

const runningNumberProblems = (parts: readonly PatternPart[]): Problem[] =>
  parts.filter(isRunning).length === 1
    ? []
    : [problem('INVALID', 'A pattern has one running number, such as {seq:6}.', patternPath)];

/** One of a wrong width, which is a problem already, is meant as one. */
const isRunning = (part: PatternPart): boolean =>
  part.kind === 'seq' || (part.kind === 'unknown' && part.text.startsWith('{seq'));

function prefixProblems(parts: readonly PatternPart[], prefix: string | null): Problem[] {
  const used = parts.some(({ kind }) => kind === 'prefix');
  if (used && prefix === null) return [problem('REQUIRED', 'The pattern has {prefix}.', ['input', 'prefix'])];
  return prefix !== null && !used ? [problem('INVALID', 'The pattern leaves {prefix} out.', ['input', 'prefix'])] : [];
}

function resetProblems(parts: readonly PatternPart[], reset: ProtocolReset): Problem[] {
  const missing = datePartsOf[reset].filter((name) => !parts.some(({ kind }) => kind === name));
  if (missing.length === 0) return [];
  const named = missing.map((name) => `{${name}}`).join(', ');
  return [problem('INVALID', `Numbers would repeat: ${reset} needs ${named} in the pattern.`, ['input', 'reset'])];
}
