import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { programIn } from './binaries.js';
import { isReachable, openFolder, permits } from './reach.js';
import type { Account } from './reach.js';

/** PostgreSQL's binaries where the user can run them: in place, or else a copy that stays for the next start. */
export async function binariesFor(account: Account, native: string): Promise<string> {
  const program = programIn(native, 'postgres');
  const found = await stat(program);
  if (permits(found, account, 5) && (await isReachable(program, account))) return native;
  const version = createHash('sha256').update(`${native} ${found.size} ${found.mtimeMs}`).digest('hex').slice(0, 16);
  const folder = join(openFolder, `ocorrencias-postgres-binaries-${version}`);
  await makeOwnFolder(folder);
  await copyMissing(native, join(folder, 'native'));
  return join(folder, 'native');
}

/** Root runs what is in it, and the name can be guessed: refuses what somebody else has put there. */
async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} was made by another user. Remove it and start again.`);
  }
}

/** A new copy appears whole; what a clean-up of temporary files took from an old copy comes back. */
async function copyMissing(source: string, target: string): Promise<void> {
  if (await stat(target).catch(() => undefined)) {
    await cp(source, target, { recursive: true, force: false, verbatimSymlinks: true });
    return;
  }
  const draft = await mkdtemp(`${target}.`);
  try {
    await cp(source, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await stat(target).catch(() => undefined))) throw error;
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
