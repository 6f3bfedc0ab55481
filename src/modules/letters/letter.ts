/** A letter in its final words: what is kept of it, so that nothing that changes later changes them. */
export interface Letter {
  /** Its first heading, and the title of the file. */
  readonly title: string;
  /** Above every page: who writes. */
  readonly header: string;
  /** Below every page, before its number. */
  readonly footer: string;
  readonly sections: readonly LetterSection[];
}

export interface LetterSection {
  readonly heading: string;
  /** Plain texts, whose lines are kept. */
  readonly paragraphs: readonly string[];
}

/** What every letter is once it is a file. */
export const letterContentType = 'application/pdf';
