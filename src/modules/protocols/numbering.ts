import type { Operator } from '../operators/index.js';
import { type PatternPart, partsOf } from './pattern.js';
import type { ProtocolReset, ProtocolType } from './protocol.entity.js';

/** How numbers are made: a pattern in which all stands that is always the same. Types of one numbering count together. */
export interface Numbering {
  readonly pattern: string;
  readonly reset: ProtocolReset;
}

export type NumberedType = Pick<ProtocolType, 'numbering' | 'prefix' | 'pattern' | 'reset'>;

/** When the running number of a type begins anew. */
export const resetOf = ({ numbering, reset }: Pick<NumberedType, 'numbering' | 'reset'>): ProtocolReset =>
  numbering === 'ANS' ? 'DAILY' : (reset ?? 'NEVER');

/** The regulator's 20 digits are a pattern too, which no other type can have. */
const patternOf = ({ numbering, pattern, prefix }: NumberedType): string =>
  numbering === 'ANS' ? '{registry}{yyyy}{mm}{dd}{seq:6}' : (pattern ?? (prefix === null ? '{seq}' : '{prefix}{seq}'));

export function numberingOf(type: NumberedType, { ansRegistry }: Pick<Operator, 'ansRegistry'>): Numbering {
  const pattern = patternOf(type)
    .replaceAll('{prefix}', type.prefix ?? '')
    .replaceAll('{registry}', ansRegistry);
  return { pattern, reset: resetOf(type) };
}

/** What the running number of a day is counted in, as yyyy, yyyymm or yyyymmdd; nothing where it never begins anew. */
export const periodOf = (reset: ProtocolReset, day: string): string =>
  day.slice(0, { NEVER: 0, YEARLY: 4, MONTHLY: 6, DAILY: 8 }[reset]);

/** How many numbers a period has: a number never grows beyond its width. */
export const mostOf = ({ pattern }: Numbering): number => {
  const running = partsOf(pattern).find((part) => part.kind === 'seq');
  return 10 ** (running?.width ?? longestRunning) - 1;
};

/** Digits of a running number whose pattern says no width. */
export const longestRunning = 9;

/** The number that a day (yyyymmdd) and a place in its period make. */
export const numberOf = ({ pattern }: Numbering, day: string, sequence: number): string =>
  partsOf(pattern)
    .map((part) => textOf(part, day, sequence))
    .join('');

function textOf(part: PatternPart, day: string, sequence: number): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'yyyy':
      return day.slice(0, 4);
    case 'mm':
      return day.slice(4, 6);
    case 'dd':
      return day.slice(6, 8);
    case 'seq':
      return String(sequence).padStart(part.width ?? 0, '0');
    default:
      throw new Error(`A numbering has no part ${part.kind}`);
  }
}
