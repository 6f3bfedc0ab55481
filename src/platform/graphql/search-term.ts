import { plainText } from '../../shared/plain-text.js';
import { badUserInput } from './errors.js';

const longestSearch = 200;

/** What somebody searches for, as it was typed and as it is compared with what is kept without accents. */
export interface SearchTerm {
  readonly typed: string;
  readonly plain: string;
}

/** null for a blank search, which is as good as none; throws BAD_USER_INPUT for one that is too long. */
export function searchTerm(search: string | null | undefined): SearchTerm | null {
  if (search == null) return null;
  if (search.length > longestSearch) throw badUserInput(`A search takes ${longestSearch} characters at the most.`);
  const typed = search.trim();
  return typed === '' ? null : { typed, plain: plainText(typed) };
}
