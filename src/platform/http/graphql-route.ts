import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { RequestContext } from '../graphql/context.js';

export type ContextFor = (authorization: string | undefined) => Promise<RequestContext>;

/** GraphQL over HTTP: POST for everything, GET for queries. */
export function registerGraphQLRoute(
  server: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  contextFor: ContextFor,
): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, { context: (request) => contextFor(request.headers.authorization) }),
  });
}
