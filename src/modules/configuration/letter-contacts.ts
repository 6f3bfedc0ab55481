import { type Problem, problem } from '../../shared/problem.js';
import type { Operator } from '../operators/index.js';

/** The most characters of each. */
const longest = { contact: 500, ombudsmanContact: 1_000 } as const;

export type LetterContacts = { readonly [K in keyof typeof longest]?: Operator[K] };

/** What operators say in letters: texts of some lines. */
export const checkContacts = (given: LetterContacts, path: readonly string[]): Problem[] =>
  (['contact', 'ombudsmanContact'] as const).flatMap((name) => checkText(given[name], longest[name], [...path, name]));

function checkText(text: string | null | undefined, most: number, path: readonly string[]): Problem[] {
  if (text == null) return [];
  if (text.trim() === '') return [problem('REQUIRED', 'It must not be blank; null takes it away.', path)];
  if (text.length > most) return [problem('INVALID', `At most ${most} characters.`, path)];
  return /(?!\n)\p{Cc}/u.test(text) ? [problem('INVALID', 'It holds characters that nobody sees.', path)] : [];
}
