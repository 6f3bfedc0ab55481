import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attach, createUpload, type FilesApp, picture, put, startFilesApp, urlOf as addressOf } from './files.js';

let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function attached(input: Record<string, unknown> = {}, content: Buffer = picture): Promise<string> {
  const client = await app.client('attendant');
  const { uploadId, uploadUrl } = await createUpload(client, { byteSize: content.length, ...input });
  expect((await put(uploadUrl!, content)).status).toBe(201);
  return attach(app, uploadId!);
}

const urlOf = (id: string, operator?: 'beta') => addressOf(app, id, operator);

describe('GET of an attachment', () => {
  it('gives the bytes, to be saved and never shown', async () => {
    const id = await attached({ fileName: 'Relatório médico.png' });
    const response = await fetch(urlOf(id));
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(picture);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(picture.length),
      'content-disposition': `attachment; filename="Relatorio medico.png"; filename*=UTF-8''Relat%C3%B3rio%20m%C3%A9dico.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('gives text as UTF-8', async () => {
    const content = Buffer.from('Olá, ação 🚑');
    const response = await fetch(urlOf(await attached({ fileName: 'nota.txt', contentType: 'text/plain' }, content)));
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/plain; charset=utf-8',
      'Olá, ação 🚑',
    ]);
  });

  it('answers HEAD without the bytes', async () => {
    const response = await fetch(urlOf(await attached()), { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      String(picture.length),
      '',
    ]);
  });

  it('is refused with 403 by an address that is not signed for it, or older than 15 minutes', async () => {
    const id = await attached();
    const url = new URL(urlOf(id));
    const statusOf = async (change: (url: URL) => void) => {
      const changed = new URL(url);
      change(changed);
      return (await fetch(changed)).status;
    };
    expect(await statusOf(() => undefined)).toBe(200);
    expect(await statusOf((one) => one.searchParams.set('expires', '9999999999'))).toBe(403);
    expect(await statusOf((one) => one.searchParams.set('operator', app.operators.beta))).toBe(403);
    expect(await statusOf((one) => one.searchParams.set('signature', 'x'))).toBe(403);
    expect(await statusOf((one) => void (one.search = ''))).toBe(403);
    const { uploadUrl } = await createUpload(await app.client('attendant'));
    expect(await statusOf((one) => void (one.search = new URL(uploadUrl!).search))).toBe(403);
    app.clock.advance(15 * 60_000);
    expect(await statusOf(() => undefined)).toBe(403);
    expect((await fetch(urlOf(id))).status).toBe(200);
  });

  it("finds nothing of another operator, even by that operator's own signature", async () => {
    const response = await fetch(urlOf(await attached(), 'beta'));
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [{ message: 'There is no such file.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('answers 404 where the file is gone', async () => {
    const id = await attached();
    const [{ upload_id: uploadId }] = (await app.rows(`select upload_id from attachment where id = '${id}'`)) as [
      { upload_id: string },
    ];
    await rm(app.pathOf(uploadId));
    expect((await fetch(urlOf(id))).status).toBe(404);
  });
});
