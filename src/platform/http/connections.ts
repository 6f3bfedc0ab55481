import type { FastifyInstance } from 'fastify';

/**
 * A stop waits for what is under way and not for connections that clients keep: those that are idle are closed at once,
 * the others as soon as their answer is out. Without this, they would hold a stop up until their keep-alive runs out.
 */
export function letConnectionsGo(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async () => {
    if (closing) setImmediate(() => server.server.closeIdleConnections());
  });
}
