import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kindOfId } from '../../shared/ids.js';
import { Incoming } from './incoming.js';
import { checkedKey, type FileKey, type FileStorage, type ReceivedFile, type StoredFile } from './storage.js';
import { unlessMissing } from './unless-missing.js';

/** On a disk: `<operator>/<last two of the id>/<id>`, and what arrives in `.incoming`. */
export class LocalStorage implements FileStorage {
  readonly #incoming: Incoming;

  constructor(private readonly folder: string) {
    this.#incoming = new Incoming(join(folder, '.incoming'));
  }

  async receive(key: FileKey, source: AsyncIterable<Uint8Array>, now: Date): Promise<ReceivedFile> {
    const target = this.#pathOf(key);
    const draft = await this.#incoming.receive(source, now);
    return {
      discard: () => rm(draft, { force: true }),
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

  removeUnfinished(before: Date): Promise<void> {
    return this.#incoming.removeBefore(before);
  }

  #pathOf(key: FileKey): string {
    const { operatorId, id } = checkedKey(key);
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
