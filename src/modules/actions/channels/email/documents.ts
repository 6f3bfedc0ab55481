/** A file made for one delivery. */
export interface Document {
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** The occurrence as it was when it entered the status. */
export interface DocumentAbout {
  readonly operatorId: string;
  readonly occurrenceId: string;
  readonly version: number;
}

/** The documents that the product makes, by the name that an action's config has for them; null: there is none of it. */
export type Documents = ReadonlyMap<string, (about: DocumentAbout, signal: AbortSignal) => Promise<Document | null>>;
