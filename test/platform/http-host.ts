import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { Database } from '../../src/platform/database/database.js';
import { RequestContext } from '../../src/platform/graphql/context.js';
import { createOperationGuards } from '../../src/platform/graphql/limits/index.js';
import { type ContextFor, registerGraphQLRoute } from '../../src/platform/http/graphql-route.js';
import { createGraphQLServer } from '../../src/platform/http/graphql-server.js';
import { Readiness } from '../../src/platform/http/readiness.js';
import { createHttpServer, type HttpServerOptions } from '../../src/platform/http/server.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { createMetrics } from '../../src/platform/observability/metrics.js';
import { TestClock } from '../kit/clock.js';

/** A small schema of the shapes that limits look at. */
const sampleSchema = () =>
  buildSchema(`
    type Query {
      hello(name: String): String
      occurrence(id: ID): Occurrence
      occurrences(first: Int, after: String, last: Int, before: String): OccurrenceConnection
    }
    type Mutation { rename(name: String!): String }
    type Subscription { updates(first: Int): Occurrence }
    scalar JSON
    type Occurrence {
      id: ID
      parent: Occurrence
      statuses: [Status!]!
      save(form: JSON): String
      history(first: Int, last: Int): OccurrenceConnection
    }
    type Status { id: ID }
    type OccurrenceConnection { edges: [Edge!]! nodes: [Occurrence!]! pageInfo: PageInfo! }
    type Edge { node: Occurrence! }
    type PageInfo { hasNextPage: Boolean! }
  `);

export interface HostOptions extends Partial<Pick<HttpServerOptions, 'corsOrigins' | 'bodyWithinMs' | 'readiness'>> {
  readonly schema?: GraphQLSchema;
  readonly introspection?: boolean;
  readonly contextFor?: ContextFor;
  readonly rootValue?: Record<string, unknown>;
  readonly extend?: (server: FastifyInstance) => void | Promise<void>;
}

export interface Host extends AsyncDisposable {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly logged: string[];
  /** Posts a GraphQL request. */
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; body: any }>;
}

const callerless = (): RequestContext =>
  new RequestContext({ database: null as unknown as Database, clock: new TestClock(), caller: null });

/** The product's HTTP side around a small schema, without a database. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const logged: string[] = [];
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const schema = options.schema ?? sampleSchema();
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, value] of Object.entries(options.rootValue ?? {})) {
    if (fields[name]) fields[name].resolve = typeof value === 'function' ? (value as never) : () => value;
  }
  const guards = createOperationGuards();
  const apollo = createGraphQLServer({
    schema,
    log,
    introspection: options.introspection ?? true,
    guards,
  });
  await apollo.start();
  const server = await createHttpServer({
    log,
    metrics: createMetrics(),
    readiness: options.readiness ?? new Readiness(),
    corsOrigins: options.corsOrigins ?? [],
    ...(options.bodyWithinMs !== undefined && { bodyWithinMs: options.bodyWithinMs }),
  });
  registerGraphQLRoute(server, apollo, options.contextFor ?? (async () => callerless()), guards);
  await options.extend?.(server);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    server,
    logged,
    async post(body, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await apollo.stop();
    },
  };
}
