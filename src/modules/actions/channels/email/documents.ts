/** A file made for one delivery. */
export interface Document {
  readonly contentType: string;
  readonly content: Uint8Array;
}

export interface DocumentAbout {
  readonly operatorId: string;
  readonly occurrenceId: string;
}

/** The documents that the product makes, by the name that an action's config has for them. */
export type Documents = ReadonlyMap<string, (about: DocumentAbout, signal: AbortSignal) => Promise<Document>>;
