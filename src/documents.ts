import type { Documents } from './modules/actions/index.js';
import type { DenialLetters } from './modules/letters/index.js';

/** What e-mails carry, by the names that actions have for it. */
export const documentsOf = (letters: DenialLetters): Documents =>
  new Map([['carta-negativa.pdf', (about) => letters.at(about)]]);
