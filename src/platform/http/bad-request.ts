import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { isRetryable } from '../graphql/error-format.js';

/** A refusal that a route has words for; they are what the client reads. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: { readonly errors: readonly [{ message: string; extensions: Record<string, unknown> }] };
}

/** What the web server refuses before GraphQL sees it, told as GraphQL tells errors, without anything of the request. */
export function badRequestAnswer(error: unknown, log: Logger): HttpAnswer {
  if (error instanceof HttpRefusal) return answer(error.statusCode, error.message, { code: error.code });
  const status = statusOf(error);
  if (status < 500) return answer(status, wordsFor[status] ?? 'The request is malformed.', { code: 'BAD_REQUEST' });
  if (isDiskFull(error)) {
    log.error({ err: error }, 'the disk is full');
    return answer(507, 'There is no room to store anything; try again later.', { code: 'SERVICE_UNAVAILABLE' });
  }
  if (isRetryable(error)) {
    log.warn({ err: error }, 'what the product needs is out of reach');
    return answer(503, 'The service is busy or restarting; try again.', { code: 'SERVICE_UNAVAILABLE' });
  }
  const id = randomUUID();
  log.error({ err: error, errorId: id }, 'unexpected error');
  return answer(500, 'Something unexpected went wrong.', { code: 'INTERNAL_SERVER_ERROR', id });
}

export const notFoundAnswer: HttpAnswer = answer(404, 'There is nothing at this address.', { code: 'NOT_FOUND' });

const wordsFor: Readonly<Record<number, string>> = {
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'The content type is not supported.',
};

function answer(status: number, message: string, extensions: Record<string, unknown>): HttpAnswer {
  return { status, body: { errors: [{ message, extensions }] } };
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as { code?: string } | null)?.code ?? '');
