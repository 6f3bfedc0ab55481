import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './bad-request.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes large bodies and bounds their time itself. */
    boundsItsBody?: boolean;
  }
}

/** How long a body may take that is no upload: it is half a megabyte at the most. */
const bodyWithinMs = 30_000;

/** Whoever sends a body drop by drop is cut off. */
export function refuseSlowBodies(server: FastifyInstance, withinMs: number = bodyWithinMs): void {
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (!request.routeOptions.config.boundsItsBody) {
      const tooSlow = () => {
        payload.emit('error', new HttpRefusal(408, 'BAD_REQUEST', 'The request took too long to arrive.'));
        setTimeout(() => request.raw.destroy(), 1_000).unref();
      };
      const timer = setTimeout(tooSlow, withinMs);
      for (const end of ['end', 'close', 'error']) payload.once(end, () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
