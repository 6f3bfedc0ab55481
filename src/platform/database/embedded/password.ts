import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** Beside the cluster, readable to its owner alone. */
export const passwordFile = (dataDir: string): string => `${dataDir}.password`;

/** The owner's password, made when there is none. Two processes that start at once get the same: the first to link wins. */
export async function makePassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}

/** The password of a cluster that exists. */
export async function readPassword(dataDir: string): Promise<string> {
  try {
    return (await readFile(passwordFile(dataDir), 'utf8')).trim();
  } catch (error) {
    throw new Error(
      `The password of the embedded PostgreSQL cannot be read from ${passwordFile(dataDir)}. ` +
        `Restore that file, or remove ${dataDir} to start with an empty database.`,
      { cause: error },
    );
  }
}
