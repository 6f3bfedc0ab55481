import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../graphql/context.js';
import { errorFormatter } from '../graphql/error-format.js';
import type { OperationGuards } from '../graphql/limits/index.js';
import type { RateLimits } from '../rate-limit/index.js';
import { checkOperations } from './check-operations.js';

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
  readonly guards: OperationGuards;
  /** None, unless given. */
  readonly rateLimits?: Pick<RateLimits, 'charge'>;
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

/** Apollo over HTTP: no landing page (it would load from elsewhere), no batches, no caches, CSRF prevention on. */
export function createGraphQLServer(options: GraphQLServerOptions): ApolloServer<RequestContext> {
  const { schema, log, introspection, guards, rateLimits, plugins = [] } = options;
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: silentLogger(log),
    parseOptions: { ...guards.parseOptions },
    validationOptions: { maxErrors: 20 },
    formatError: errorFormatter(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      checkOperations(guards, rateLimits),
      tellUnavailability,
      closeContext,
      ...plugins,
    ],
  });
}

/** Apollo's own words quote errors whole; what matters of them is logged where errors are formatted. */
const silentLogger = (log: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('a warning of the GraphQL server'),
  error: () => log.error('an error of the GraphQL server'),
});

/** An answer that has nothing in it because the database is out of reach says so by its status too, for balancers. */
const tellUnavailability: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        const { data, errors = [] } = body.singleResult;
        const unavailable = errors.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE');
        const empty = Object.values(data ?? {}).every((value) => value === null);
        if (unavailable && empty) http.status = 503;
      },
    };
  },
};

/** The snapshot of an operation ends with it, however it ends. */
const closeContext: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }) {
        await contextValue.close();
      },
    };
  },
  async unexpectedErrorProcessingRequest({ requestContext }) {
    await requestContext.contextValue.close();
  },
};
