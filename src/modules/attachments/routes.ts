import type { FastifyInstance } from 'fastify';
import type { AttachmentService } from './attachment.service.js';
import { bodyTimes, type BodyTimes, boundedBody, lingerAfter } from './bounded-body.js';
import { forbiddenAddress, tooLarge, tooShort } from './upload-refusals.js';

/** What the routes need of the service. */
export type AttachmentFiles = Pick<AttachmentService, 'operatorOf' | 'awaitedUpload' | 'receive' | 'open'>;

/** PUT a file at the address of an upload, GET it at that of its attachment: by signed address alone, without a token. */
export async function registerAttachmentRoutes(
  server: FastifyInstance,
  attachments: AttachmentFiles,
  times: BodyTimes = bodyTimes,
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Nothing reads the body but the route itself, once it knows that it wants to.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));

    scope.put<{ Params: { id: string } }>('/attachments/:id', {
      config: { boundsItsBody: true },
      onError: async (request, reply) => lingerAfter(request, reply),
      async handler(request, reply) {
        const { id } = request.params;
        const operatorId = attachments.operatorOf('upload', id, request.query);
        if (operatorId === null) throw forbiddenAddress();
        const upload = await attachments.awaitedUpload(operatorId, id);
        const announced = request.headers['content-length'];
        if (announced !== undefined && Number(announced) > upload.byteSize) throw tooLarge(upload.byteSize);
        if (announced !== undefined && Number(announced) < upload.byteSize) throw tooShort(upload.byteSize);
        await attachments.receive(upload, boundedBody(request, times));
        return reply.code(201).send({ uploadId: id });
      },
    });

    scope.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
      const { id } = request.params;
      const operatorId = attachments.operatorOf('download', id, request.query);
      if (operatorId === null) throw forbiddenAddress();
      const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
      const file = await attachments.open(operatorId, id, method);
      void reply.headers({
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
      });
      if ('address' in file) return reply.redirect(file.address, 302);
      return reply
        .headers({
          'content-type': file.contentType,
          'content-length': file.byteSize,
          'content-disposition': file.contentDisposition,
        })
        .send(file.content);
    });
  });
}
