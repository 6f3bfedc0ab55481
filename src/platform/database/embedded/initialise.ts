import { chown, mkdir, rename, rm, rmdir, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { programIn } from './binaries.js';
import { makePassword } from './password.js';
import { isReachable, makeRoom } from './reach.js';
import { spawnAs } from './runner.js';
import type { Runner } from './runner.js';

/** The role that owns the cluster. */
export const owner = 'postgres';

/** Whether the folder holds a cluster. */
export const isCluster = (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/**
 * Makes a cluster. It is built aside and appears whole, so that neither a process killed meanwhile nor two that start at
 * once leave half of one.
 */
export async function initialise(dataDir: string, native: string, runner: Runner, durable: boolean): Promise<void> {
  await mkdir(dirname(dataDir), { recursive: true });
  const password = await makePassword(dataDir);
  const beside = !runner.account || (await isReachable(dataDir, runner.account));
  const room = await makeRoom(beside ? `${dataDir}.new-` : undefined);
  const draft = join(room, 'cluster');
  const passwordFile = join(room, 'password');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (runner.account) {
      for (const path of [draft, passwordFile]) await chown(path, runner.account.uid, runner.account.gid);
    }
    await initdb(draft, passwordFile, native, runner, durable);
    await rm(passwordFile);
    await putInPlace(draft, dataDir, beside);
    if (beside) await rm(room, { recursive: true });
  } catch (error) {
    await rm(room, { recursive: true, force: true });
    if (!(await isCluster(dataDir))) throw error;
  }
}

/** Fails when something is there already. */
async function putInPlace(draft: string, dataDir: string, beside: boolean): Promise<void> {
  if (beside) return rename(draft, dataDir);
  await rmdir(dataDir).catch(() => undefined);
  await symlink(draft, dataDir);
}

async function initdb(draft: string, passwordFile: string, native: string, runner: Runner, durable: boolean) {
  const args = ['-D', draft, '-U', owner, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (!durable) args.push('--no-sync');
  const child = spawnAs(runner, programIn(native, 'initdb'), args, ['ignore', 'pipe', 'pipe']);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`The embedded PostgreSQL could not make its cluster:\n${output.trim()}`);
}
