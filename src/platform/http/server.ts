import cors from '@fastify/cors';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from '../observability/metrics.js';
import { badRequestAnswer } from './bad-request.js';
import type { Readiness } from './readiness.js';

export interface HttpServerOptions {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly corsOrigins: readonly string[];
}

/** Far more than any operation needs (an occurrence type with everything on it takes some 100 KiB). */
const largestBody = 512 * 1024;

/** The HTTP side without the product: health, metrics, CORS, errors as GraphQL tells them. */
export async function createHttpServer({
  log,
  metrics,
  readiness,
  corsOrigins,
}: HttpServerOptions): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    bodyLimit: largestBody,
    disableRequestLogging: true,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    return503OnClosing: false,
  });
  server.setErrorHandler((error, _request, reply) => {
    const { status, body } = badRequestAnswer(error, log);
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain').send('Not found\n'));
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  if (corsOrigins.length > 0) {
    await server.register(cors, {
      origin: [...corsOrigins],
      allowedHeaders: ['authorization', 'content-type'],
      maxAge: 600,
    });
  }
  server.get('/healthz', async () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const ready = await readiness.isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  return server;
}
