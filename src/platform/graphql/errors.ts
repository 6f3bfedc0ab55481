import { GraphQLError } from 'graphql';

/** Top-level errors: what is wrong with the request itself. What a user can mend is a `Problem`, and returned. */
const topLevelError = (code: string, message: string, status?: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(status !== undefined && { http: { status } }) } });

export const unauthenticated = (): GraphQLError => topLevelError('UNAUTHENTICATED', 'A valid bearer token is needed.');

export const forbidden = (): GraphQLError => topLevelError('FORBIDDEN', 'This caller may not do that.');

export const badUserInput = (message: string): GraphQLError => topLevelError('BAD_USER_INPUT', message);

/** An operation that takes up more than any may, whenever it comes. */
export const tooLarge = (message: string): GraphQLError => topLevelError('BAD_USER_INPUT', message, 400);

/** An operation that cannot be had in this way. */
export const badRequest = (message: string): GraphQLError => topLevelError('BAD_REQUEST', message, 400);

/** For streams alone: a query answers null for what is missing. */
export const streamNotFound = (): GraphQLError => topLevelError('NOT_FOUND', 'There is no such occurrence.');

export const serviceUnavailable = (): GraphQLError =>
  topLevelError('SERVICE_UNAVAILABLE', 'The service is busy or restarting; try again.', 503);

/** The caller takes up more than its share. */
export const rateLimited = (message: string): GraphQLError => topLevelError('RATE_LIMITED', message, 429);
