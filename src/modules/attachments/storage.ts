import type { Readable } from 'node:stream';

/** Where a file lies: the id is the upload's. */
export interface FileKey {
  readonly operatorId: string;
  readonly id: string;
}

/** A file that has arrived and is not yet kept. */
export interface ReceivedFile {
  /** From now on it is there, whole, and stays after a loss of power. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

export interface StoredFile {
  readonly byteSize: number;
  readonly content: Readable;
}

/** Keeps files. What is not kept leaves nothing behind. */
export interface FileStorage {
  /** @throws what `source` throws, or the disk; then nothing is left of it. */
  receive(key: FileKey, source: AsyncIterable<Uint8Array>, now: Date): Promise<ReceivedFile>;
  /** Null where there is no such file. */
  open(key: FileKey): Promise<StoredFile | null>;
  remove(key: FileKey): Promise<void>;
  /** Operators of whom there are files. */
  operators(): Promise<string[]>;
  /** What a process left that ended while it received. */
  removeUnfinished(before: Date): Promise<void>;
}
