export interface Measure {
  /** How wide a line may be. */
  readonly room: number;
  readonly widthOf: (text: string) => number;
}

/** Characters with the marks that stand on them. */
const characters = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * The lines of a paragraph: broken behind spaces, which stay at the end of their line, and within what is wider than a
 * line by itself. Linear in its length: the library's own way takes seconds for a text without spaces.
 */
export function* linesOf(text: string, { room, widthOf }: Measure): Generator<string> {
  let line = '';
  let width = 0;
  for (const word of text.split(/(?<= )(?! )/)) {
    const seen = widthOf(word.trimEnd());
    if (line !== '' && width + seen > room) {
      yield line;
      line = '';
      width = 0;
    }
    if (seen <= room) {
      line += word;
      width += widthOf(word);
      continue;
    }
    for (const character of word.match(characters)!) {
      const wide = widthOf(character);
      if (line !== '' && character !== ' ' && width + wide > room) {
        yield line;
        line = '';
        width = 0;
      }
      line += character;
      width += wide;
    }
  }
  if (line !== '') yield line;
}
