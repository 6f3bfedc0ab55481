import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

/**
 * While it drains every answer says that it is the last of its connection: whoever sends on one that is closed at the
 * same moment gets no answer. A stop then waits for what is under way and not for connections that clients keep: those
 * that are idle are closed at once, the others as soon as their answer is out, and not when their keep-alive runs out.
 */
export function letConnectionsGo(server: FastifyInstance, readiness: Readiness): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing || readiness.draining) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async () => {
    if (closing) setImmediate(() => server.server.closeIdleConnections());
  });
}
