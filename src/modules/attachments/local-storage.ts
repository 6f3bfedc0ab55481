import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kindOfId } from '../../shared/ids.js';
import type { FileKey, FileStorage, ReceivedFile, StoredFile } from './storage.js';

/** On a disk: `<operator>/<last two of the id>/<id>`, and what arrives in `.incoming`. */
export class LocalStorage implements FileStorage {
  readonly #incoming: string;

  constructor(private readonly folder: string) {
    this.#incoming = join(folder, '.incoming');
  }

  async receive(key: FileKey, source: AsyncIterable<Uint8Array>, now: Date): Promise<ReceivedFile> {
    const target = this.#pathOf(key);
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    const draft = join(this.#incoming, `${now.getTime()}-${randomUUID()}`);
    const discard = () => rm(draft, { force: true });
    try {
      await using file = await open(draft, 'wx', 0o600);
      await file.writeFile(source);
      await file.sync();
    } catch (error) {
      await discard();
      throw error;
    }
    return {
      discard,
      async keep() {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await rename(draft, target);
        await syncFolder(dirname(target));
      },
    };
  }

  async open(key: FileKey): Promise<StoredFile | null> {
    const file = await open(this.#pathOf(key)).catch(unlessMissing);
    if (!file) return null;
    const { size } = await file.stat();
    return { byteSize: size, content: file.createReadStream() };
  }

  async remove(key: FileKey): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async operators(): Promise<string[]> {
    const names = (await readdir(this.folder).catch(unlessMissing)) ?? [];
    return names.filter((name) => kindOfId(name) === 'operator');
  }

  async removeUnfinished(before: Date): Promise<void> {
    for (const name of (await readdir(this.#incoming).catch(unlessMissing)) ?? []) {
      if (Number(name.split('-', 1)[0]) < before.getTime()) await rm(join(this.#incoming, name), { force: true });
    }
  }

  /** Ids come from addresses: nothing but an id of ours becomes a path. */
  #pathOf({ operatorId, id }: FileKey): string {
    if (kindOfId(operatorId) !== 'operator' || kindOfId(id) !== 'upload') throw new Error('not the id of an upload');
    return join(this.folder, operatorId, id.slice(-2), id);
  }
}

/** The name of a file is kept by its folder: without this, a loss of power could lose it. Windows cannot, and need not. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder).catch(() => ({
    sync: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }));
  await handle.sync();
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
