import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RequestContext } from '../../../src/platform/graphql/context.js';
import { newId } from '../../../src/shared/ids.js';
import { startTestApp, type TestApp, type TestAppOptions } from '../../kit/app.js';
import type { TestClient } from '../../kit/client.js';
import { withClient } from '../../kit/database.js';

export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface FilesApp extends TestApp {
  /** Every file that is kept, or half kept, by name. */
  files(): Promise<string[]>;
  /** Where the file of an upload of alfa lies. */
  pathOf(uploadId: string): string;
  /** Rows as they are, past the product. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

/** A test app whose files can be looked at. */
export async function startFilesApp(options: TestAppOptions = {}): Promise<FilesApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-files-'));
  const app = await startTestApp({ ...options, environment: { DATA_DIR: dataDir, ...options.environment } });
  return {
    ...app,
    async files() {
      const folder = join(dataDir, 'attachments');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted();
    },
    pathOf: (uploadId) => join(dataDir, 'attachments', app.operators.alfa, uploadId.slice(-2), uploadId),
    rows: (sql) => withClient(app.testDatabase.ownerUrl, async (client) => (await client.query(sql)).rows),
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const mutation = `mutation ($input: AttachmentUploadCreateInput!) {
  attachmentUploadCreate(input: $input) { uploadId uploadUrl userErrors { code message path } }
}`;

export interface UploadAnswer {
  uploadId: string | null;
  uploadUrl: string | null;
  userErrors: { code: string; message: string; path: string[] }[];
}

export async function createUpload(client: TestClient, input: Record<string, unknown> = {}): Promise<UploadAnswer> {
  const announced = { fileName: 'recibo.png', contentType: 'image/png', byteSize: picture.length, ...input };
  return (await client.data(mutation, { input: announced })).attachmentUploadCreate;
}

export async function put(url: string, body: NonNullable<RequestInit['body']>) {
  const response = await fetch(url, { method: 'PUT', body });
  return { status: response.status, body: (await response.json()) as any };
}

/** The address as the field `url` gives it. */
export function urlOf(app: TestApp, id: string, operator: 'alfa' | 'beta' = 'alfa'): string {
  const caller = { operatorId: app.operators[operator] } as RequestContext['caller'];
  const ctx = new RequestContext({ database: app.database, clock: app.clock, caller });
  return app.app.services.attachments.urlOf(ctx, { id });
}

/** Attaches an upload, past the product and to no occurrence that there is. Answers with the attachment's id. */
export async function attach(app: TestApp, uploadId: string): Promise<string> {
  const id = newId('attachment', app.clock.now());
  await withClient(app.testDatabase.ownerUrl, (client) =>
    client.query(`
      begin;
      set local session_replication_role = replica;
      insert into attachment (operator_id, id, occurrence_id, upload_id, visible_to_beneficiary, file_name,
          content_type, byte_size, author_kind, author_id, author_name, created_at)
        select operator_id, '${id}', '${newId('occurrence', app.clock.now())}', id, true, file_name, content_type,
            byte_size, 'SYSTEM', null, '', now() from upload where id = '${uploadId}';
      commit`),
  );
  return id;
}
