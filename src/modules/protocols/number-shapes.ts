import { longestRunning, type Numbering } from './numbering.js';
import { partsOf } from './pattern.js';

/** What a number looks like, character by character: `#` is any digit, `+` any but 0, all else itself. */
export type NumberShape = string;

/** The shapes of all numbers that a numbering can make; of one without a width those with up to `digits` digits. */
export function shapesOf({ pattern }: Pick<Numbering, 'pattern'>, digits = longestRunning): NumberShape[] {
  let shapes = [''];
  for (const part of partsOf(pattern)) {
    const texts = part.kind === 'seq' && part.width === null ? running(digits) : [shapeOf(part)];
    shapes = shapes.flatMap((shape) => texts.map((text) => shape + text));
  }
  return shapes;
}

const running = (digits: number): NumberShape[] => Array.from({ length: digits }, (_, more) => `+${'#'.repeat(more)}`);

function shapeOf(part: ReturnType<typeof partsOf>[number]): NumberShape {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'seq') return '#'.repeat(part.width ?? 1);
  return '#'.repeat(part.kind === 'yyyy' ? 4 : 2);
}

/** Whether a number could be of both. */
export const meet = (one: readonly NumberShape[], other: readonly NumberShape[]): boolean =>
  one.some((a) => other.some((b) => a.length === b.length && [...a].every((at, index) => share(at, b[index]!))));

function share(a: string, b: string): boolean {
  if (a === b) return true;
  const [digits, single] = '#+'.includes(a) ? [a, b] : [b, a];
  if (digits === '#') return /[0-9+]/.test(single);
  return digits === '+' && /[1-9#]/.test(single);
}

/** Text of PostgreSQL's and JavaScript's regular expressions alike. */
export const shapesPattern = (shapes: readonly NumberShape[]): string =>
  `^(${shapes.map((shape) => shape.replaceAll('.', '\\.').replaceAll('#', '[0-9]').replaceAll('+', '[1-9]')).join('|')})$`;

/** The regulator's shape, however it is spaced: a number is looked up by its digits alone. */
export const isTwentyDigits = (shape: NumberShape): boolean => /^[0-9#+]{20}$/.test(shape.replaceAll(/[./-]/g, ''));
