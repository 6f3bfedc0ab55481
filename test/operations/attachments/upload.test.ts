import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestClient } from '../../kit/client.js';
import { createUpload, type FilesApp, picture, put, startFilesApp } from './files.js';

let app: FilesApp;
let client: TestClient;
let before: string[];
beforeAll(async () => {
  app = await startFilesApp();
  client = await app.client('attendant');
});
beforeEach(async () => {
  before = await app.files();
});
afterAll(() => app[Symbol.asyncDispose]());

const storedAt = async (id: string | null) =>
  (await app.rows(`select stored_at from upload where id = '${id}'`))[0]!.stored_at;

/** That the upload came to nothing. */
async function expectNoTrace(uploadId: string | null): Promise<void> {
  await vi.waitFor(async () => expect(await app.files()).toEqual(before));
  expect(await storedAt(uploadId)).toBeNull();
}

const codeOf = ({ body }: { body: any }) => body.errors[0].extensions.code;

describe('PUT of an upload', () => {
  it('keeps the file, whole and once', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    expect(await put(uploadUrl!, picture)).toEqual({ status: 201, body: { uploadId } });
    expect(await app.files()).toEqual([...before, uploadId].toSorted());
    expect(await storedAt(uploadId)).toEqual(app.clock.now());
    const again = await put(uploadUrl!, picture);
    expect([again.status, codeOf(again)]).toEqual([409, 'BAD_REQUEST']);
    expect(await app.files()).toHaveLength(before.length + 1);
  });

  it('needs no length before it starts', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const body = new Blob([picture]).stream();
    const response = await fetch(uploadUrl!, { method: 'PUT', body, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(201);
    expect(await storedAt(uploadId)).not.toBeNull();
  });

  it('has one winner where two come at once', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(uploadUrl!, picture)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await app.files()).toEqual([...before, uploadId].toSorted());
  });

  it('is refused with 413 by the length that it says, before a byte of it is read', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const { hostname, port, pathname, search } = new URL(uploadUrl!);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(`PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999\r\n\r\n`),
      );
      socket.once('data', (bytes: Buffer) => {
        socket.destroy();
        resolve(bytes.toString());
      });
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"BAD_REQUEST"/);
    await expectNoTrace(uploadId);
  });

  it('is refused with 413 as soon as more arrives than was announced', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(picture));
      },
    });
    const sent = fetch(uploadUrl!, { method: 'PUT', body: endless, duplex: 'half' } as RequestInit);
    expect((await sent).status).toBe(413);
    await expectNoTrace(uploadId);
  });

  it.each([
    ['smaller than announced', picture.subarray(1), 400],
    ['larger than announced', Buffer.concat([picture, Buffer.alloc(1)]), 413],
    [
      'a page under the name of a picture',
      Buffer.from('<html><script>alert(1)</script></html>'.padEnd(picture.length)),
      415,
    ],
    ['an image that can hold scripts', Buffer.from('<svg onload="alert(1)"/>'.padEnd(picture.length)), 415],
    ['empty of meaning', Buffer.alloc(picture.length), 415],
  ])('is refused where the file is %s, and leaves nothing', async (_, body, status) => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const answer = await put(uploadUrl!, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, 'BAD_REQUEST']);
    await expectNoTrace(uploadId);
    expect((await put(uploadUrl!, picture)).status).toBe(201);
  });

  it('leaves nothing where it is broken off', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const sending = request(uploadUrl!, { method: 'PUT', headers: { 'content-length': picture.length } });
    sending.on('error', () => undefined);
    sending.write(picture.subarray(0, 20));
    await vi.waitFor(async () => expect(await app.files()).toHaveLength(before.length + 1));
    sending.destroy();
    await expectNoTrace(uploadId);
    expect(app.logged.join()).not.toContain('out of reach');
  });

  it('is refused with 403 by an address that is not signed for it, or too old', async () => {
    const { uploadId, uploadUrl } = await createUpload(client);
    const other = await createUpload(client);
    const foreign = await createUpload(await app.client('attendant', { operator: 'beta' }));
    const with_ = (change: (url: URL) => void) => {
      const url = new URL(uploadUrl!);
      change(url);
      return put(url.href, picture);
    };
    const refused = {
      status: 403,
      body: { errors: [{ message: expect.any(String), extensions: { code: 'FORBIDDEN' } }] },
    };
    expect(await with_((url) => url.searchParams.set('expires', '9999999999'))).toEqual(refused);
    expect(await with_((url) => url.searchParams.set('operator', app.operators.beta))).toEqual(refused);
    expect(await with_((url) => url.searchParams.delete('signature'))).toEqual(refused);
    expect(await with_((url) => void (url.search = ''))).toEqual(refused);
    expect(await with_((url) => void (url.pathname = `/attachments/${other.uploadId}`))).toEqual(refused);
    expect(await with_((url) => void (url.pathname = '/attachments/..%2f..%2fetc%2fpasswd'))).toEqual(refused);
    expect(await with_((url) => void (url.search = new URL(foreign.uploadUrl!).search))).toEqual(refused);
    app.clock.advance(15 * 60_000);
    expect(await put(uploadUrl!, picture)).toEqual(refused);
    await expectNoTrace(uploadId);
  });
});
