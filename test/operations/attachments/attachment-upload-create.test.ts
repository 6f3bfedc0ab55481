import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpload, type FilesApp, startFilesApp } from './files.js';

let app: FilesApp;
beforeAll(async () => {
  app = await startFilesApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const uploads = () => app.rows('select * from upload order by id');

describe('attachmentUploadCreate', () => {
  it('promises a place to its caller for 15 minutes, under a name that is safe', async () => {
    const client = await app.client('beneficiary', { subject: 'ana' });
    const before = (await uploads()).length;
    const { uploadId, uploadUrl, userErrors } = await createUpload(client, {
      fileName: '../laudo\u202efdp.exe.pdf',
      contentType: 'Application/PDF; x=y',
      byteSize: 20 * 1024 * 1024,
    });
    expect(userErrors).toEqual([]);
    expect(uploadUrl).toMatch(`${app.url}/attachments/${uploadId}?operator=${app.operators.alfa}&expires=`);
    expect((await uploads()).slice(before)).toEqual([
      {
        operator_id: app.operators.alfa,
        id: uploadId,
        subject: 'ana',
        file_name: 'laudofdp.exe.pdf',
        content_type: 'application/pdf',
        byte_size: 20_971_520,
        created_at: app.clock.now(),
        expires_at: new Date(app.clock.now().getTime() + 15 * 60_000),
        stored_at: null,
      },
    ]);
  });

  it('says all that is wrong with an announcement at once, and promises nothing', async () => {
    const client = await app.client('attendant');
    const before = await uploads();
    const { uploadId, uploadUrl, userErrors } = await createUpload(client, {
      fileName: '../',
      contentType: 'image/svg+xml',
      byteSize: 20 * 1024 * 1024 + 1,
    });
    expect([uploadId, uploadUrl]).toEqual([null, null]);
    expect(userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['INVALID', ['input', 'fileName']],
      ['INVALID', ['input', 'contentType']],
      ['INVALID', ['input', 'byteSize']],
    ]);
    expect(await uploads()).toEqual(before);
  });

  it.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'application/zip',
    'application/octet-stream',
    'constructor',
    '',
  ])('takes no %j', async (contentType) => {
    const { userErrors } = await createUpload(await app.client('attendant'), { contentType });
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'contentType'] }]);
  });

  it.each([0, -1, 20 * 1024 * 1024 + 1])('takes no file of %i bytes', async (byteSize) => {
    const { userErrors } = await createUpload(await app.client('attendant'), { byteSize });
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'byteSize'] }]);
  });

  it('is for those who may write messages', async () => {
    const query = `mutation { attachmentUploadCreate(input: { fileName: "a.png", contentType: "image/png", byteSize: 1 })
      { uploadId } }`;
    const answerOf = async (...[role, options]: Parameters<FilesApp['client']>) => {
      const { data, errors } = await (await app.client(role, options)).execute(query);
      return errors?.[0]?.extensions.code ?? typeof data.attachmentUploadCreate.uploadId;
    };
    expect(await answerOf('beneficiary')).toBe('string');
    expect(await answerOf('attendant')).toBe('string');
    expect(await answerOf('supervisor')).toBe('string');
    expect(await answerOf('integration', { scopes: ['occurrence:message'] })).toBe('string');
    expect(await answerOf('integration', { scopes: ['occurrence:read'] })).toBe('FORBIDDEN');
    expect(await answerOf('configurator')).toBe('FORBIDDEN');
    expect(await answerOf(null)).toBe('UNAUTHENTICATED');
  });
});
