import { type DocumentNode, getOperationAST } from 'graphql';
import { badRequest } from '../graphql/errors.js';

/**
 * Subscriptions are for WebSocket. Asked before Apollo validates: at some of them graphql-js fails instead of refusing
 * (see conditional-root.ts), and Apollo makes an unexpected error of that.
 */
export function refuseSubscriptions(request: unknown, parse: (source: string) => DocumentNode): void {
  const { query, operationName } = (request ?? {}) as { query?: unknown; operationName?: unknown };
  if (typeof query !== 'string' || !query.includes('subscription')) return;
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    // Apollo says what is wrong with it.
    return;
  }
  const named = typeof operationName === 'string' ? operationName : undefined;
  if (getOperationAST(document, named)?.operation === 'subscription') {
    throw badRequest('Subscriptions are served over WebSocket alone.');
  }
}
