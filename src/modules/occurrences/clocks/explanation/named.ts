import type { Words } from './words.js';

const most = 10;

/** A list of what is worth naming; of a long one the first. */
export const named = (names: readonly string[], words: Words, separator = ', '): string =>
  names.length <= most
    ? names.join(separator)
    : [...names.slice(0, most), words.more(names.length - most)].join(separator);
