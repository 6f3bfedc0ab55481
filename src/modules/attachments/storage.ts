import type { Readable } from 'node:stream';
import { kindOfId } from '../../shared/ids.js';

/** Where a file lies: the id is the upload's. */
export interface FileKey {
  readonly operatorId: string;
  readonly id: string;
}

/** A file that has arrived and is not yet kept. */
export interface ReceivedFile {
  /** From now on it is there, whole, and stays after a loss of power. */
  keep(): Promise<void>;
  /** Takes away what has arrived, of a file that is kept what is over. */
  discard(): Promise<void>;
}

export interface StoredFile {
  readonly byteSize: number;
  readonly content: Readable;
}

/** A file that clients fetch where it lies. */
export interface FileElsewhere {
  readonly address: string;
}

/** How a file is given out. */
export interface Delivery {
  readonly method: 'GET' | 'HEAD';
  readonly contentType: string;
  readonly contentDisposition: string;
  readonly now: Date;
}

/** Keeps files. What is not kept leaves nothing behind. */
export interface FileStorage {
  /** @throws what `source` throws, or the disk; then nothing is left of it. */
  receive(key: FileKey, source: AsyncIterable<Uint8Array>, now: Date): Promise<ReceivedFile>;
  /** Null where there is no such file. */
  open(key: FileKey, delivery: Delivery): Promise<StoredFile | FileElsewhere | null>;
  remove(key: FileKey): Promise<void>;
  /** Operators of whom there are files. */
  operators(): Promise<string[]>;
  /** What a process left that ended while it received. */
  removeUnfinished(before: Date): Promise<void>;
}

/** Ids come from addresses: nothing but an id of ours becomes a path. @throws where it is none. */
export function checkedKey(key: FileKey): FileKey {
  if (kindOfId(key.operatorId) === 'operator' && kindOfId(key.id) === 'upload') return key;
  throw new Error('not the id of an upload');
}
