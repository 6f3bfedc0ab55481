const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What is not to be seen, and what would turn the direction of a text or say something else than it shows. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Bidi_Control}\p{Variation_Selector}]/gu;
const unknown = '\ufffd';

/** A text as it can be printed: composed letters, no invisible characters, and a sign for those that the font lacks. */
export const printable = (text: string, known: ReadonlySet<number>): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(lineEnds, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(unseen, '')
    .replaceAll(/[^\n]/gu, (character) => (known.has(character.codePointAt(0)!) ? character : unknown));
