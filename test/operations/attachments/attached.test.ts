import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../../src/seed/seed-demo.js';
import type { TestClient } from '../../kit/client.js';
import { createUpload, type FilesApp, picture, put, startFilesApp } from './files.js';

let app: FilesApp;
let attendant: TestClient;
let occurrenceId: string;
beforeAll(async () => {
  app = await startFilesApp();
  await seedDemo(app.database, app.app.services, app.clock.now());
  attendant = await app.client('attendant', { operator: 'demo', subject: 'atendente.carla' });
  const { occurrences } = await attendant.data('{ occurrences(first: 100) { nodes { id closedAt } } }');
  occurrenceId = occurrences.nodes.find(({ closedAt }: { closedAt: string | null }) => closedAt === null).id;
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

const mutation = `mutation ($id: ID!, $input: AttachmentAddInput!) {
  occurrenceAttachmentAdd(id: $id, input: $input) {
    attachment { fileName contentType byteSize url }
    userErrors { code path }
  }
}`;

async function add(client: TestClient, uploadId: string | null) {
  return (await client.data(mutation, { id: occurrenceId, input: { uploadId } })).occurrenceAttachmentAdd;
}

async function stored(client: TestClient): Promise<string | null> {
  const { uploadId, uploadUrl } = await createUpload(client, { fileName: 'laudo.png' });
  await put(uploadUrl!, picture);
  return uploadId;
}

const refused = (code: string) => ({ attachment: null, userErrors: [{ code, path: ['input', 'uploadId'] }] });

describe('a file that was put where its upload said', () => {
  it('is attached once, and fetched by an address that is fresh each time', async () => {
    const uploadId = await stored(attendant);
    const { attachment, userErrors } = await add(attendant, uploadId);
    expect(userErrors).toEqual([]);
    expect(attachment).toMatchObject({ fileName: 'laudo.png', contentType: 'image/png', byteSize: picture.length });
    const response = await fetch(attachment.url);
    expect([response.status, Buffer.from(await response.arrayBuffer())]).toEqual([200, picture]);
    expect(await add(attendant, uploadId)).toEqual(refused('INVALID'));
    app.clock.advance(15 * 60_000);
    expect((await fetch(attachment.url)).status).toBe(403);
    const { occurrence } = await attendant.data(
      `query ($id: ID!) { occurrence(id: $id) { attachments { fileName url } } }`,
      { id: occurrenceId },
    );
    const again = occurrence.attachments.find(({ fileName }: { fileName: string }) => fileName === 'laudo.png');
    expect((await fetch(again.url)).status).toBe(200);
  });

  it('is attached by nobody but who put it there', async () => {
    const davi = await app.client('attendant', { operator: 'demo', subject: 'atendente.davi' });
    expect(await add(davi, await stored(attendant))).toEqual(refused('NOT_FOUND'));
    const elsewhere = await app.client('attendant', { operator: 'outra', subject: 'atendente.carla' });
    expect(await add(attendant, await stored(elsewhere))).toEqual(refused('NOT_FOUND'));
  });

  it('is attached neither before it is there nor after it is gone for good', async () => {
    const { uploadId } = await createUpload(attendant);
    expect(await add(attendant, uploadId)).toEqual(refused('INVALID'));
    app.clock.advance(25 * 60 * 60_000);
    await app.app.services.attachments.removeOrphans(app.clock.now());
    attendant = await app.client('attendant', { operator: 'demo', subject: 'atendente.carla' });
    expect(await add(attendant, uploadId)).toEqual(refused('NOT_FOUND'));
  });
});
