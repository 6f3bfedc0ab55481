import type { IncomingMessage } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { KeysUnavailable } from '../auth/remote-keys.js';
import type { RequestContext } from '../graphql/context.js';
import { isRetryable } from '../graphql/error-format.js';
import { rateLimited, serviceUnavailable } from '../graphql/errors.js';
import type { OperationGuards } from '../graphql/limits/index.js';
import { headersOf, type RateLimits, refusalOf, TooManyFailures } from '../rate-limit/index.js';
import { earlyRefusals } from './early-refusals.js';

/** Throws UNAUTHENTICATED for a token that proves nothing, even where none is needed; TooManyFailures after many. */
export type ContextFor = (authorization: string | undefined, request: IncomingMessage) => Promise<RequestContext>;

/** GraphQL over HTTP: POST for everything, GET for queries. */
export function registerGraphQLRoute(
  server: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  contextFor: ContextFor,
  guards: Pick<OperationGuards, 'parse'>,
  rateLimits?: Pick<RateLimits, 'charge'>,
): void {
  const refusalFor = earlyRefusals(guards);
  const context = (authorization: string | undefined, request: IncomingMessage): Promise<RequestContext> =>
    contextFor(authorization, request).catch((error: unknown) => {
      throw withStatus(error);
    });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async ({ headers, raw, method, body, query }) => {
        const made = await context(headers.authorization, raw);
        const refusal = refusalFor(method === 'GET' ? query : body);
        if (refusal) throw await charged(refusal, made, rateLimits);
        return made;
      },
    }),
  });
}

/** What is refused costs as much as what is malformed. */
async function charged(
  refusal: GraphQLError,
  { payer }: RequestContext,
  rateLimits: Pick<RateLimits, 'charge'> | undefined,
): Promise<GraphQLError> {
  const balance = payer && (await rateLimits?.charge(payer, 0));
  if (!balance) return refusal;
  const { message, nodes, source, positions, extensions } = balance.granted ? refusal : refusalOf(balance);
  const http = { ...(extensions.http as object), headers: new HeaderMap(headersOf(balance)) };
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, http } });
}

/** Nobody knows yet who is asking: the status says why. */
function withStatus(error: unknown): unknown {
  if (error instanceof TooManyFailures) {
    const { message, extensions } = rateLimited('Too many tokens from this address proved nothing; try again later.');
    const http = { status: 429, headers: new HeaderMap(headersOf(error.balance)) };
    return new GraphQLError(message, { extensions: { ...extensions, http } });
  }
  if (error instanceof KeysUnavailable || isRetryable(error)) return serviceUnavailable();
  if (!(error instanceof GraphQLError) || error.extensions.code !== 'UNAUTHENTICATED') return error;
  const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer error="invalid_token"']]) };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http } });
}
