import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

/** What the web server refuses before GraphQL sees it, told as GraphQL tells errors, without anything of the request. */
export function badRequestAnswer(error: unknown, log: Logger): { status: number; body: object } {
  const status = statusOf(error);
  if (status < 500) {
    const message = { 413: 'The request is too large.', 415: 'The content type is not supported.' }[status];
    return answer(status, message ?? 'The request is malformed.', { code: 'BAD_REQUEST' });
  }
  const id = randomUUID();
  log.error({ err: error, errorId: id }, 'unexpected error');
  return answer(500, 'Something unexpected went wrong.', { code: 'INTERNAL_SERVER_ERROR', id });
}

const answer = (status: number, message: string, extensions: object) => ({
  status,
  body: { errors: [{ message, extensions }] },
});

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
