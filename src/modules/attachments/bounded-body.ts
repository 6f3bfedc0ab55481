import type { FastifyReply, FastifyRequest } from 'fastify';
import { brokenOff, tooSlow } from './upload-refusals.js';

export interface BodyTimes {
  /** Without a single byte. */
  readonly stallMs: number;
  /** For the whole. */
  readonly totalMs: number;
}

export const bodyTimes: BodyTimes = { stallMs: 15_000, totalMs: 280_000 };

/** The bytes of a request, broken off where they come too slowly. The connection lives on, so that it can be told why. */
export async function* boundedBody(request: FastifyRequest, times: BodyTimes): AsyncGenerator<Uint8Array> {
  // Not by `for await`: to leave that loop destroys the request, and the answer with it.
  const chunks = request.raw[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const total = alarm(times.totalMs);
  try {
    while (true) {
      const stall = alarm(times.stallMs);
      const next = chunks.next().catch(() => {
        throw brokenOff();
      });
      next.catch(() => undefined);
      const { done, value } = await Promise.race([next, stall.rings, total.rings]).finally(stall.clear);
      if (done) return;
      yield value;
    }
  } finally {
    total.clear();
  }
}

function alarm(ms: number): { rings: Promise<never>; clear: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const timer = setTimeout(() => reject(tooSlow()), ms);
  return { rings: promise, clear: () => clearTimeout(timer) };
}

const lingerMs = 2_000;

/** After a refusal the rest of the body is thrown away for a moment, so that the client reads the answer; then that is it. */
export function lingerAfter(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  void reply.header('connection', 'close');
  const { socket } = request.raw;
  reply.raw.once('finish', () => {
    request.raw.resume();
    const timer = setTimeout(() => socket.destroy(), lingerMs).unref();
    socket.once('close', () => clearTimeout(timer));
  });
}
