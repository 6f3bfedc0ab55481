import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attach, createUpload, type FilesApp, picture, put, startFilesApp } from './files.js';

let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp();
});
beforeEach(() => app.clock.set('2026-11-24T12:00:00.000Z'));
afterAll(() => app[Symbol.asyncDispose]());

const day = 24 * 60 * 60_000;
const sweep = () => app.app.services.attachments.removeOrphans(app.clock.now());
const uploads = async () => (await app.rows('select id from upload order by id')).map(({ id }) => id as string);

async function stored(operator: string): Promise<string> {
  const { uploadId, uploadUrl } = await createUpload(await app.client('attendant', { operator }));
  expect((await put(uploadUrl!, picture)).status).toBe(201);
  return uploadId!;
}

describe('uploads that nothing was attached of', () => {
  it('are gone a day after their address is, rows and files, of every operator; the others stay', async () => {
    const kept = await stored('alfa');
    await attach(app, kept);
    const never = (await createUpload(await app.client('attendant'))).uploadId!;
    const orphans = [await stored('alfa'), await stored('beta')];
    app.clock.advance(day + 15 * 60_000);
    expect(await sweep()).toBe(0);
    app.clock.advance(1);
    const young = await stored('alfa');
    expect(await sweep()).toBe(3);
    expect(await uploads()).toEqual([kept, young].toSorted());
    expect((await app.files()).toSorted()).toEqual([kept, young].toSorted());
    expect(await uploads()).not.toContain(never);
    expect(orphans).toHaveLength(2);
    expect(await sweep()).toBe(0);
  });
});
