import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../graphql/context.js';
import { errorFormatter } from '../graphql/error-format.js';

export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly introspection: boolean;
  readonly validationRules: readonly ValidationRule[];
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
}

/** Apollo over HTTP: no landing page (it would load from elsewhere), no batches, no caches, CSRF prevention on. */
export function createGraphQLServer(options: GraphQLServerOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema: options.schema,
    introspection: options.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    status400ForVariableCoercionErrors: true,
    validationRules: [...options.validationRules],
    formatError: errorFormatter(options.log),
    plugins: [ApolloServerPluginCacheControlDisabled(), closeContext, ...(options.plugins ?? [])],
  });
}

/** The snapshot of an operation ends with it, however it ends. */
const closeContext: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }) {
        await contextValue.close();
      },
    };
  },
};
