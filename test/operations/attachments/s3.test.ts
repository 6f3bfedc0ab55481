import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.js';
import { S3Storage } from '../../../src/modules/attachments/s3-storage.js';
import { TestClock } from '../../kit/clock.js';
import { startS3, type TestS3 } from '../../kit/s3.js';
import { attach, createUpload, type FilesApp, picture, put, startFilesApp, urlOf } from './files.js';

const day = 24 * 60 * 60_000;

let s3: TestS3;
let app: FilesApp;
let before: string[];
/** The service has a clock of its own, which is right. */
const present = () => new Date(performance.timeOrigin + performance.now());
beforeAll(async () => {
  s3 = await startS3();
  app = await startFilesApp({ environment: s3.environment, clock: new TestClock(present()) });
});
beforeEach(async () => {
  app.clock.set(present());
  s3.fault = () => undefined;
  before = names();
  s3.requests.length = 0;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await s3[Symbol.asyncDispose]();
});

const storedAt = async (id: string | null) =>
  (await app.rows(`select stored_at from upload where id = '${id}'`))[0]!['stored_at'];
const names = () => [...s3.objects.keys()].toSorted();
const objectOf = (uploadId: string | null) => `anexos/${app.operators.alfa}/${uploadId}`;
const announce = async (input: object = {}) => createUpload(await app.client('attendant'), { ...input });

async function attached(input: object = {}, content: Buffer = picture): Promise<{ id: string; uploadId: string }> {
  const { uploadId, uploadUrl } = await announce({ byteSize: content.length, ...input });
  expect((await put(uploadUrl!, content)).status).toBe(201);
  return { id: await attach(app, uploadId!), uploadId: uploadId! };
}

/** That nothing of the upload is anywhere, and that it can be put again. */
async function expectNoTraceAndPutAgain({ uploadId, uploadUrl }: Awaited<ReturnType<typeof announce>>): Promise<void> {
  expect([names(), await app.files(), await storedAt(uploadId)]).toEqual([before, [], null]);
  s3.fault = () => undefined;
  expect((await put(uploadUrl!, picture)).status).toBe(201);
  expect(names()).toEqual([...before, objectOf(uploadId)].toSorted());
}

describe('files in S3', () => {
  it('are put there through the server, whole, and leave nothing beside', async () => {
    const { uploadId, uploadUrl } = await announce();
    expect(await put(uploadUrl!, picture)).toEqual({ status: 201, body: { uploadId } });
    expect(names()).toEqual([...before, objectOf(uploadId)].toSorted());
    expect(await app.files()).toEqual([]);
    expect((await put(uploadUrl!, picture)).status).toBe(409);
  });

  it('are fetched where they lie, to be saved and never shown, by an address that lasts a minute', async () => {
    const { id } = await attached({ fileName: 'Relatório médico.png' });
    const sent = await fetch(urlOf(app, id), { redirect: 'manual' });
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    });
    const address = new URL(sent.headers.get('location')!);
    expect([sent.status, address.origin, address.searchParams.get('X-Amz-Expires')]).toEqual([302, s3.url, '60']);
    const fetched = await fetch(address);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(picture);
    expect([fetched.headers.get('content-type'), fetched.headers.get('content-disposition')]).toEqual([
      'image/png',
      `attachment; filename="Relatorio medico.png"; filename*=UTF-8''Relat%C3%B3rio%20m%C3%A9dico.png`,
    ]);
    // Of another type, shown, or of another file, it is not signed.
    for (const change of [
      (url: URL) => url.searchParams.set('response-content-type', 'text/html'),
      (url: URL) => url.searchParams.set('response-content-disposition', 'inline'),
      (url: URL) => url.searchParams.set('X-Amz-Expires', '604800'),
      (url: URL) => void (url.pathname += 'x'),
    ]) {
      const changed = new URL(address);
      change(changed);
      expect((await fetch(changed)).status).toBe(403);
    }
    const head = await fetch(urlOf(app, id), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(picture.length)]);
    app.clock.advance(15 * 60_000);
    expect((await fetch(sent.url, { redirect: 'manual' })).status).toBe(403);
  });

  it('are given out to nobody of another operator, and 404 once they are gone', async () => {
    const { id, uploadId } = await attached();
    expect((await fetch(urlOf(app, id, 'beta'))).status).toBe(404);
    const storage = new S3Storage(readConfig({ NODE_ENV: 'test', ...s3.environment }).s3!, 'unused');
    await storage.remove({ operatorId: app.operators.alfa, id: uploadId });
    expect(names()).not.toContain(objectOf(uploadId));
    expect((await fetch(urlOf(app, id))).status).toBe(404);
  });

  it('have one winner where several come at once', async () => {
    const { uploadId, uploadUrl } = await announce();
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(uploadUrl!, picture)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(names()).toEqual([...before, objectOf(uploadId)].toSorted());
  });

  it.each([
    ['larger than announced', Buffer.concat([picture, Buffer.alloc(1)]), 413],
    ['smaller than announced', picture.subarray(1), 400],
    ['a page in disguise', Buffer.from('<html><script>alert(1)</script></html>'.padEnd(picture.length)), 415],
  ])('are never sent there where the file is %s', async (_, body, status) => {
    const upload = await announce();
    expect((await put(upload.uploadUrl!, body)).status).toBe(status);
    expect(s3.requests).toEqual([]);
    await expectNoTraceAndPutAgain(upload);
  });
});

describe('a storage that fails', () => {
  it.each([
    ['is busy while a file arrives', 'PUT', '.incoming', { status: 503, code: 'SlowDown' }, 503],
    ['breaks off while a file arrives', 'PUT', '.incoming', 'cut', 503],
    ['has no room', 'PUT', '.incoming', { status: 507, code: 'XMinioStorageFull' }, 507],
    ['refuses the key', 'PUT', '.incoming', { status: 403, code: 'InvalidAccessKeyId' }, 503],
    ['fails at the last moment', 'PUT', 'opr_', { status: 500, code: 'InternalError' }, 503],
    ['is cut off at the last moment', 'PUT', 'opr_', 'cut', 503],
    ['hangs at the last moment', 'PUT', 'opr_', 'hang', 503],
  ] as const)(
    'and %s tells to try again; nothing is left, and then it goes',
    async (_, method, folder, fault, status) => {
      const upload = await announce();
      s3.fault = (by, path) => (by === method && path.includes(`/anexos/${folder}`) ? fault : undefined);
      expect(await put(upload.uploadUrl!, picture)).toMatchObject({
        status,
        body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
      });
      expect(app.logged.join()).not.toContain('test/secret');
      await expectNoTraceAndPutAgain(upload);
    },
  );

  it('while files are fetched tells to try again', async () => {
    const { id } = await attached();
    s3.fault = () => ({ status: 503, code: 'SlowDown' });
    expect((await fetch(urlOf(app, id))).status).toBe(503);
    s3.fault = () => undefined;
    expect((await fetch(urlOf(app, id))).status).toBe(200);
  });
});

describe('what was left in S3', () => {
  it('by uploads that were never attached is gone a day after their address is, of every operator', async () => {
    const kept = await attached();
    const orphan = await announce();
    await put(orphan.uploadUrl!, picture);
    const foreign = await createUpload(await app.client('attendant', { operator: 'beta' }));
    await put(foreign.uploadUrl!, picture);
    expect(names()).toHaveLength(before.length + 3);
    app.clock.advance(day + 15 * 60_000 + 1);
    await app.app.services.attachments.removeOrphans(app.clock.now());
    const left = names();
    expect(left).toContain(objectOf(kept.uploadId));
    expect(left).not.toContain(objectOf(orphan.uploadId));
    expect(left.join()).not.toContain(foreign.uploadId);
  });

  it('half-way, by a process that ended or a storage that could not be told, is gone after a day', async () => {
    const upload = await announce();
    // Neither is the file taken over, nor can what arrived be removed.
    s3.fault = (method, path) =>
      method === 'DELETE' || path.includes('/anexos/opr_') ? { status: 503, code: 'SlowDown' } : undefined;
    expect((await put(upload.uploadUrl!, picture)).status).toBe(503);
    s3.fault = () => undefined;
    const halfWay = names().filter((name) => !before.includes(name));
    expect(halfWay).toEqual([expect.stringMatching(/^anexos\/\.incoming\/\d+-/)]);
    await app.app.services.attachments.removeOrphans(app.clock.now());
    expect(names()).toEqual([...before, ...halfWay].toSorted());
    app.clock.advance(day + 1);
    await app.app.services.attachments.removeOrphans(app.clock.now());
    expect(names().filter((name) => name.includes('.incoming'))).toEqual([]);
  });
});
