import { chown, open, readFile, stat, truncate } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Account } from './reach.js';

const largest = 8 * 1024 * 1024;

/** A file, not a pipe: the server writes on when the process that started it is gone. */
export const logFile = (dataDir: string): string => `${dataDir}.log`;

/** Opens the server's log for a start; `tail` gives what this start has written. Past 8 MiB the old lines go. */
export async function openLog(
  dataDir: string,
  account?: Account,
): Promise<{ handle: FileHandle; tail: () => Promise<string> }> {
  const file = logFile(dataDir);
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size > largest) await truncate(file);
  const handle = await open(file, 'a', 0o600);
  if (account) await chown(file, account.uid, account.gid);
  const start = (await handle.stat()).size;
  const tail = async () => (await readFile(file)).subarray(start).toString().trim().split('\n').slice(-20).join('\n');
  return { handle, tail };
}
