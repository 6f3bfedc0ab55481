import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSigningKey } from './signing-key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocorrencias-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('a key is made once, for its owner alone, and read from then on', async () => {
  const dataDir = join(folder, 'data');
  const key = openSigningKey(dataDir);
  expect(key).toHaveLength(32);
  expect(openSigningKey(dataDir)).toEqual(key);
  expect(await readdir(dataDir)).toEqual(['attachment-signing.key']);
  expect((await stat(join(dataDir, 'attachment-signing.key'))).mode & 0o777).toBe(0o600);
});

it('a file that holds no key is said to, rather than signed with', async () => {
  await writeFile(join(folder, 'attachment-signing.key'), 'x');
  expect(() => openSigningKey(folder)).toThrow('holds no signing key');
});
