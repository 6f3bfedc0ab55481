import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../shared/ids.js';
import { LocalStorage } from './local-storage.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const key = { operatorId: newId('operator', now), id: newId('upload', now) };
let folder: string;
let storage: LocalStorage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocorrencias-files-'));
  storage = new LocalStorage(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function* bytes(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

async function contentOf(file: typeof key): Promise<string | null> {
  const stored = await storage.open(file);
  return stored && Buffer.concat(await stored.content.toArray()).toString();
}

describe('files on a disk', () => {
  it('are there once they are kept, for the owner of the process alone', async () => {
    const received = await storage.receive(key, bytes('Olá, ', 'mundo'), now);
    expect(await contentOf(key)).toBeNull();
    await received.keep();
    expect(await contentOf(key)).toBe('Olá, mundo');
    const path = join(folder, key.operatorId, key.id.slice(-2), key.id);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await files()).toHaveLength(1);
    expect(await storage.operators()).toEqual([key.operatorId]);
  });

  it('leave nothing where they are discarded, or broken off', async () => {
    await (await storage.receive(key, bytes('x'), now)).discard();
    const broken = async function* () {
      yield Buffer.from('half');
      throw new Error('broken off');
    };
    await expect(storage.receive(key, broken(), now)).rejects.toThrow('broken off');
    expect(await files()).toEqual([]);
  });

  it('are gone once they are removed, and are not missed', async () => {
    await (await storage.receive(key, bytes('x'), now)).keep();
    await storage.remove(key);
    await storage.remove(key);
    expect(await contentOf(key)).toBeNull();
  });

  it('that a process left half-way are removed by their age', async () => {
    await storage.receive(key, bytes('old'), now);
    const later = new Date(now.getTime() + 1_000);
    await storage.receive(key, bytes('new'), later);
    await storage.removeUnfinished(later);
    expect(await files()).toHaveLength(1);
  });

  it('are never looked for by what is no id', async () => {
    for (const id of ['../../../etc/passwd', 'upl_', newId('attachment', now)]) {
      await expect(storage.open({ ...key, id })).rejects.toThrow('not the id of an upload');
    }
    expect(await storage.operators()).toEqual([]);
  });
});
