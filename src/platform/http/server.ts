import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from '../observability/metrics.js';
import { badRequestAnswer, type HttpAnswer, notFoundAnswer } from './bad-request.js';
import { letConnectionsGo } from './connections.js';
import type { Readiness } from './readiness.js';
import { refuseSlowBodies } from './slow-body.js';

export interface HttpServerOptions {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly corsOrigins: readonly string[];
  /** Default 30 s. */
  readonly bodyWithinMs?: number;
}

/** Far more than any operation needs (an occurrence type with everything on it takes some 100 KiB). */
const largestBody = 512 * 1024;

/** The longest upload: 20 MiB over a slow mobile connection. Other bodies have less, see `refuseSlowBodies`. */
const longestRequestMs = 300_000;

/** The HTTP side without the product: health, metrics, CORS, errors as GraphQL tells them. */
export async function createHttpServer({
  log,
  metrics,
  readiness,
  corsOrigins,
  bodyWithinMs,
}: HttpServerOptions): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    requestTimeout: longestRequestMs,
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => void send(reply, badRequestAnswer(error, log)),
  });
  // A browser sends text/plain to anybody without asking first; it has no meaning here.
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler((error, _request, reply) => send(reply, badRequestAnswer(error, log)));
  server.setNotFoundHandler((_request, reply) => send(reply, notFoundAnswer));
  server.addHook('onSend', async (_request, reply) => void reply.header('x-content-type-options', 'nosniff'));
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  letConnectionsGo(server, readiness);
  refuseSlowBodies(server, bodyWithinMs);
  if (corsOrigins.length > 0) {
    await server.register(cors, {
      origin: [...corsOrigins],
      methods: ['GET', 'HEAD', 'POST', 'PUT'],
      allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight'],
      exposedHeaders: ['ratelimit-policy', 'ratelimit', 'retry-after'],
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

const send = (reply: FastifyReply, { status, body }: HttpAnswer) =>
  reply.code(status).type('application/json; charset=utf-8').send(body);
