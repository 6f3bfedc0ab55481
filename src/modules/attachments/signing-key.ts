import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key of the data directory that addresses are signed with, made at the first call; processes agree on one. */
export function openSigningKey(dataDir: string): Buffer {
  const file = join(dataDir, 'attachment-signing.key');
  return storedKey(file) ?? storeKey(file);
}

function storedKey(file: string): Buffer | undefined {
  const text = unlessCode('ENOENT', () => readFileSync(file, 'utf8').trim());
  if (text === undefined) return undefined;
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new Error(`${file} holds no signing key: delete it, and a new one is made`);
}

/** Written whole under another name, then linked, which fails where the file exists: whoever came first has made it. */
function storeKey(file: string): Buffer {
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(join(file, '..'), { recursive: true });
  try {
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    unlessCode('EEXIST', () => linkSync(draft, file));
  } finally {
    rmSync(draft, { force: true });
  }
  return storedKey(file) ?? storeKey(file);
}

function unlessCode<T>(code: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
    return undefined;
  }
}
