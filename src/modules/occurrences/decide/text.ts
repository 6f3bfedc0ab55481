import { problem, type Problem } from '../../../shared/problem.js';

/** The most characters that each text may have. */
export const limits = {
  description: 10_000,
  comment: 4_000,
  denialReason: 4_000,
  denialProvision: 500,
  updateReason: 4_000,
  noteBody: 10_000,
  messageBody: 10_000,
  /** With one message or note. */
  filesAtOnce: 10,
} as const;

/** A blank text counts as none. */
export const isBlank = (text: string | null | undefined): text is null | undefined | '' =>
  text === null || text === undefined || text.trim() === '';

/** Too long, or not storable as text or JSON (a NUL, half of a surrogate pair). */
export function textProblems(text: string, most: number, path: readonly string[]): Problem[] {
  // A character outside the basic plane is two units; what is longer than that needs no counting.
  if (text.length > 2 * most || Array.from(text).length > most) {
    return [problem('INVALID', `At most ${most} characters.`, path)];
  }
  return text.includes('\0') || /\p{Surrogate}/u.test(text)
    ? [problem('INVALID', 'The text holds characters that are none.', path)]
    : [];
}

/** As `textProblems`, of a text that must be there. */
export const requiredTextProblems = (
  text: string | null | undefined,
  most: number,
  path: readonly string[],
): Problem[] => (isBlank(text) ? [problem('REQUIRED', 'It must not be blank.', path)] : textProblems(text, most, path));
