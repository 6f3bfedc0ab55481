import { DenialLetters } from '../../../src/modules/letters/index.js';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { AttachmentService } from '../../../src/modules/attachments/index.js';
import { type AttachmentFiles, registerAttachmentRoutes } from '../../../src/modules/attachments/routes.js';
import { AddressSigner } from '../../../src/modules/attachments/signature.js';
import type { FileStorage } from '../../../src/modules/attachments/storage.js';
import type { Upload } from '../../../src/modules/occurrences/index.js';
import { startHost } from '../../platform/http-host.js';
import { createUpload, picture, put, startFilesApp } from './files.js';

const diskFull = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** The routes around a service that takes everything in as `receive` says. */
const startRoutes = (receive: AttachmentFiles['receive'], times = { stallMs: 50, totalMs: 400 }) =>
  startHost({
    extend: (server) =>
      registerAttachmentRoutes(
        server,
        {
          operatorOf: () => 'opr',
          awaitedUpload: async () => ({ byteSize: 1_000 }) as Upload,
          receive,
          open: () => Promise.reject(new Error('not asked for')),
        },
        times,
      ),
  });

const readAll: AttachmentFiles['receive'] = async (_upload, source) => {
  for await (const _ of source);
};

/** Sends a byte every few milliseconds, or none at all, and answers with what came back. */
async function drip(url: string, everyMs: number | null): Promise<{ status: number | undefined; body: string }> {
  const sending = request(`${url}/attachments/upl`, { method: 'PUT', headers: { 'content-length': 1_000 } });
  sending.on('error', () => undefined);
  sending.write('x');
  const timer = everyMs === null ? undefined : setInterval(() => sending.write('x'), everyMs);
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>();
  sending.on('response', (response) => {
    text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
  });
  try {
    return await promise;
  } finally {
    clearInterval(timer);
    sending.destroy();
  }
}

describe('an upload', () => {
  it.each([
    ['stands still', null],
    ['goes on for ever, drop by drop', 10],
  ])('is cut off with 408 where it %s', async (_, everyMs) => {
    await using host = await startRoutes(readAll);
    const { status, body } = await drip(host.url, everyMs);
    expect([status, JSON.parse(body)]).toEqual([
      408,
      { errors: [{ message: 'The file took too long to arrive.', extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it('that finds the disk full is told to come again, without a word on the disk', async () => {
    await using host = await startRoutes(() => Promise.reject(diskFull()));
    const answer = await put(`${host.url}/attachments/upl`, Buffer.alloc(1_000));
    expect(answer).toEqual({
      status: 507,
      body: {
        errors: [
          {
            message: 'There is no room to store anything; try again later.',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      },
    });
    expect(host.logged.join()).toContain('the disk is full');
  });

  it('that the disk cannot keep at the last moment is not said to be there', async () => {
    await using app = await startFilesApp();
    const { uploadId } = await createUpload(await app.client('attendant'));
    let discarded = 0;
    const storage = {
      receive: async () => ({ keep: () => Promise.reject(diskFull()), discard: async () => void discarded++ }),
    } as unknown as FileStorage;
    const { database, clock } = app;
    const signer = new AddressSigner(Buffer.alloc(32));
    const service = new AttachmentService({
      database,
      clock,
      storage,
      signer,
      links: { publicUrl: '' },
      letters: new DenialLetters(database),
    });
    const upload = await service.awaitedUpload(app.operators.alfa, uploadId!);
    await expect(service.receive(upload, new Blob([picture]).stream())).rejects.toThrow('ENOSPC');
    expect(discarded).toBe(1);
    expect((await app.rows(`select stored_at from upload where id = '${uploadId}'`))[0]).toEqual({ stored_at: null });
  });
});
