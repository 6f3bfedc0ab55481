import type { Stats } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The user that a program runs as, where root has to run it as somebody else. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Where root puts what that user must reach and cannot, because a folder above it is closed. */
export const openFolder = '/var/tmp';

/** Whether the mode grants the bits (4 read, 2 write, 1 execute) to the user. Access lists are not read: at worst we copy in vain. */
export function permits(found: Stats, { uid, gid }: Account, bits: number): boolean {
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}

/** Whether the user may pass through all folders above the path. */
export async function isReachable(path: string, account: Account): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!permits(await stat(folder), account, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Makes the user the owner of a folder and of all that is in it. */
export async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
  }
}

/** A new folder that its maker alone can change and list, and that everybody can pass through. */
export async function makeRoom(prefix = join(openFolder, 'ocorrencias-postgres-')): Promise<string> {
  const room = await mkdtemp(prefix);
  await chmod(room, 0o711);
  return room;
}

/** Moves a cluster that stands still to where its user reaches it, and leaves a link in its place. */
export async function moveToReach(dataDir: string, account: Account): Promise<void> {
  const moved = join(await makeRoom(), 'cluster');
  await cp(dataDir, moved, { recursive: true });
  await giveTo(account, moved);
  await symlink(moved, `${dataDir}.link`);
  await rename(dataDir, `${dataDir}.moved`);
  await rename(`${dataDir}.link`, dataDir);
  await rm(`${dataDir}.moved`, { recursive: true });
}
