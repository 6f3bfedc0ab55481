import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from 'pino';
import { serviceUnavailable } from './errors.js';

const known = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'RATE_LIMITED',
  'NOT_AVAILABLE',
  'SERVICE_UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** SQLSTATE classes and codes after which the same request may well succeed, and the driver's words for a lost server. */
const retryableState = /^(08|53|57P|40001|40P01|55P03|XX000)/;
const lostConnection =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|not queryable|timeout exceeded when trying to connect/;

export function isRetryable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && (retryableState.test(code) || lostConnection.test(code))) return true;
    if (lostConnection.test(cause.message)) return true;
  }
  return false;
}

/**
 * An error of graphql-js itself, about a value that the schema cannot take: it points at the value, the variable or the
 * directive in the document. What a resolver threw, or made and cannot be served, points at its field.
 */
const isOfTheRequest = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  // Over HTTP what is formatted has a code by now: that of an unexpected error.
  error.extensions['code'] === undefined &&
  (error.originalError === undefined ||
    (error.nodes !== undefined && error.nodes.length > 0 && error.nodes.every(({ kind }) => kind !== Kind.FIELD)));

/** What a client is told of an error; anything unexpected becomes an id that the log has too, and no detail. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
    if (typeof code === 'string' && known.has(code)) return { ...formatted, extensions };
    const original = unwrapResolverError(error);
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (isRetryable(original)) {
      log.warn({ err: original }, 'the database is out of reach');
      return { ...serviceUnavailable().toJSON(), ...place };
    }
    if (isOfTheRequest(error)) {
      return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
    }
    const id = randomUUID();
    log.error({ err: original, errorId: id }, 'unexpected error');
    return { message: 'Something unexpected went wrong.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
  };
}
