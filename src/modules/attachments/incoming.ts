import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './unless-missing.js';

/** Files that arrive: whole on the disk before anything else is done with them, named by when they came. */
export class Incoming {
  constructor(private readonly folder: string) {}

  /** The path of the file. @throws what `source` throws, or the disk; then nothing is left of it. */
  async receive(source: AsyncIterable<Uint8Array>, now: Date): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = join(this.folder, draftName(now));
    try {
      await using file = await open(draft, 'wx', 0o600);
      await file.writeFile(source);
      await file.sync();
      return draft;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async removeBefore(before: Date): Promise<void> {
    for (const name of (await readdir(this.folder).catch(unlessMissing)) ?? []) {
      if (isOlder(name, before)) await rm(join(this.folder, name), { force: true });
    }
  }
}

export const draftName = (now: Date): string => `${now.getTime()}-${randomUUID()}`;

/** Whether a draft came before then, by its name. */
export const isOlder = (name: string, before: Date): boolean => Number(name.split('-', 1)[0]) < before.getTime();
