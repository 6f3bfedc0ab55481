import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../platform/database/database.js';
import type { Bus } from '../../../platform/events/bus.js';
import { HttpRefusal } from '../../../platform/http/bad-request.js';
import type { JobQueue } from '../../../platform/jobs/index.js';
import type { Clock } from '../../../shared/clock.js';
import { deliveryWakes } from '../deliver/enqueue.js';
import { applyStatus } from './apply-status.js';
import { type MessageStatus, readStatuses } from './read-statuses.js';
import { isSame, isSigned } from './signature.js';

export interface WhatsAppCallbackParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly phoneNumberId: string;
  /** What the address is verified by when it is set up. */
  readonly verifyToken: string;
  /** What callbacks are signed by. */
  readonly appSecret: string;
}

/** As Meta says: up to 3 MB, of up to 1000 statuses. */
const largestCallback = 3 * 1024 * 1024;

/** Where Meta tells what became of messages. Nobody is signed in there: the signature says that it is Meta. */
export async function registerWhatsAppCallbacks(server: FastifyInstance, parts: WhatsAppCallbackParts): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestCallback }, (_request, body, done) =>
      done(null, body),
    );

    scope.get<{ Querystring: Record<string, unknown> }>('/webhooks/whatsapp', async ({ query }, reply) => {
      const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
      const known = typeof token === 'string' && isSame(token, parts.verifyToken);
      if (!known || mode !== 'subscribe' || typeof challenge !== 'string' || !/^[\w-]{1,256}$/.test(challenge)) {
        throw new HttpRefusal(403, 'FORBIDDEN', 'The address is not verified.');
      }
      return reply.type('text/plain; charset=utf-8').send(challenge);
    });

    scope.post('/webhooks/whatsapp', {
      bodyLimit: largestCallback,
      // What bears no signature at all is not read.
      onRequest: async ({ headers }) => {
        if (!/^sha256=[0-9a-f]{64}$/.test(String(headers['x-hub-signature-256']))) throw notSigned();
      },
      async handler({ body, headers }) {
        const signature = headers['x-hub-signature-256'];
        if (!Buffer.isBuffer(body) || !isSigned(body, signature, parts.appSecret)) throw notSigned();
        for (const status of readStatuses(parsed(body), parts.phoneNumberId)) await keep(parts, status);
        return { status: 'ok' };
      },
    });
  });
}

const notSigned = () => new HttpRefusal(401, 'UNAUTHENTICATED', 'The signature is missing, or of another body.');

/** One at a time: where one fails Meta repeats them all, and those that were kept change nothing. */
async function keep({ database, bus, jobs, clock }: WhatsAppCallbackParts, status: MessageStatus): Promise<void> {
  const { operatorId } = status;
  const told = await database.transaction({ operatorId }, (em) => applyStatus(em, jobs, status, clock.now()));
  if (!told) return;
  bus.wake(operatorId);
  bus.wake(deliveryWakes);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new HttpRefusal(400, 'BAD_REQUEST', 'The body is no JSON.');
  }
}
