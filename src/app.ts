import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { publicUrlOf } from './config.js';
import { ApiTokenVerifier } from './modules/api-tokens/index.js';
import { registerWhatsAppCallbacks } from './modules/actions/index.js';
import type { Channel } from './modules/actions/index.js';
import { registerAttachmentRoutes, sweepOrphans } from './modules/attachments/index.js';
import { createAuthenticator } from './modules/people/index.js';
import { issueDevelopmentToken } from './platform/auth/development-keys.js';
import { type DevelopmentPerson, developmentScopes } from './platform/auth/development-people.js';
import { InvalidToken } from './platform/auth/invalid-token.js';
import { KeysUnavailable } from './platform/auth/remote-keys.js';
import type { TokenVerifier } from './platform/auth/verifier.js';
import type { Database } from './platform/database/database.js';
import type { Bus } from './platform/events/bus.js';
import type { JobQueue } from './platform/jobs/index.js';
import { InProcessLeases, Leases, type LeaseStore } from './platform/leases/index.js';
import { LogTails } from './platform/events/tails.js';
import { RequestContext } from './platform/graphql/context.js';
import { unauthenticated } from './platform/graphql/errors.js';
import { createOperationGuards } from './platform/graphql/limits/index.js';
import { buildGraphQLSchema } from './platform/graphql/schema.js';
import { SubscriptionContext } from './platform/graphql/subscription-context.js';
import { GraphQLWebSocketServer } from './platform/graphql/websocket-server.js';
import { registerGraphiQL } from './platform/http/graphiql.js';
import { addressBehind } from './platform/http/caller-address.js';
import { createGraphQLServer } from './platform/http/graphql-server.js';
import { registerGraphQLRoute } from './platform/http/graphql-route.js';
import { Readiness } from './platform/http/readiness.js';
import { createHttpServer } from './platform/http/server.js';
import { createMetrics, type Metrics } from './platform/observability/metrics.js';
import { Credentials, payerOf, type RateLimitOptions, RateLimits, strangerAt } from './platform/rate-limit/index.js';
import { resolvers } from './resolvers.js';
import { createServices, type Services } from './services.js';
import type { Clock } from './shared/clock.js';
import { type Scheduler, TimerScheduler } from './shared/scheduler.js';

export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  readonly bus: Bus;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  /** Timers by that clock, unless given. */
  readonly scheduler?: Scheduler;
  readonly log: Logger;
  readonly verifier: TokenVerifier;
  /** Of this process alone, unless given. */
  readonly leaseStore?: LeaseStore;
  /** Instead of the product's own of their kinds. */
  readonly channels?: readonly Channel[];
  /** The product's own, unless given. */
  readonly rateLimits?: Partial<RateLimitOptions>;
}

export interface App extends AsyncDisposable {
  readonly services: Services;
  readonly http: FastifyInstance;
  /** What `/metrics` shows. */
  readonly metrics: Metrics;
  /** Starts to listen; answers with the address that links carry. */
  listen(): Promise<string>;
  /** Goes on, but tells balancers and clients to go elsewhere, until they have had the time to notice. */
  drain(): Promise<void>;
  /** Refuses new work, lets what is under way finish, then closes. */
  stop(): Promise<void>;
}

/** The composition root: the only place that knows everything. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, database, bus, jobs, clock, log } = parts;
  const metrics = createMetrics();
  const readiness = new Readiness(() => database.ping());
  const leaseStore = parts.leaseStore ?? new InProcessLeases();
  const leases = new Leases(leaseStore, bus);
  const services = createServices({ ...parts, leaseStore });
  const verifier = new ApiTokenVerifier({ known: services.knownApiTokens, clock, others: parts.verifier });
  const authenticate = createAuthenticator(database, clock);

  const { rateLimitPoints: points, redisUrl } = config;
  const rateLimits = new RateLimits({ points, redisUrl, log, ...parts.rateLimits });
  const credentials = new Credentials(verifier, rateLimits);

  const addressOf = addressBehind(config.trustedProxies);
  const contextFor = async (authorization: string | undefined, request: IncomingMessage): Promise<RequestContext> => {
    const address = addressOf(request);
    try {
      const identity = await credentials.verify(authorization, address);
      const caller = identity && (await authenticate(identity));
      if (identity && !caller) throw unauthenticated();
      const payer = caller ? payerOf(caller) : strangerAt(address);
      return new RequestContext({ database, clock, caller, payer });
    } catch (error) {
      if (error instanceof KeysUnavailable) log.warn({ err: error }, 'a token cannot be judged');
      if (!(error instanceof InvalidToken)) throw error;
      log.info({ reason: error.message }, 'token refused');
      throw unauthenticated();
    }
  };

  const schema = await buildGraphQLSchema(resolvers, (resolver) => new resolver(services));
  const rules = { schema, introspection: !config.production, guards: createOperationGuards(), rateLimits };
  const apollo = createGraphQLServer({ ...rules, log });
  await apollo.start();
  const http = await createHttpServer({ log, metrics, readiness, corsOrigins: config.corsOrigins });
  registerGraphQLRoute(http, apollo, contextFor, rules.guards, rateLimits);
  await registerAttachmentRoutes(http, services.attachments);
  if (config.whatsapp?.callbacks) {
    const { phoneNumberId, callbacks } = config.whatsapp;
    await registerWhatsAppCallbacks(http, { database, bus, jobs, clock, phoneNumberId, ...callbacks });
  }
  if (config.graphiql) registerGraphiQL(http, { issueToken: tokenIssuer(parts), links: services.links });
  const scheduler = parts.scheduler ?? new TimerScheduler(clock);
  const stopSweeping = sweepOrphans(services.attachments, clock, scheduler, log);
  const tails = new LogTails({ database, bus, log });
  const sockets = new GraphQLWebSocketServer({
    ...rules,
    path: '/graphql',
    deliveriesAtOnce: Math.ceil(config.databasePoolSize / 2),
    clock,
    scheduler,
    log,
    metrics,
    addressOf,
    identify: (authorization, address) => credentials.verify(authorization, address),
    authenticate: async (identity, freshness) =>
      (await verifier.stillHolds(identity, freshness)) ? authenticate(identity) : null,
    openingContext: (caller) => new SubscriptionContext({ database, clock, caller, tails, leases }),
    deliveryContext: (caller) => new RequestContext({ database, clock, caller }),
  });
  sockets.attach(http.server);

  const drain = async () => {
    readiness.drain();
    await setTimeout(config.shutdownDrainMs);
  };
  const stop = async () => {
    readiness.drain();
    await sockets.close();
    await http.close();
    await stopSweeping();
    await services.knownApiTokens.settled();
    await apollo.stop();
    services.actionTrials[Symbol.dispose]();
    rateLimits[Symbol.dispose]();
  };
  return {
    services,
    http,
    metrics,
    async listen() {
      await http.listen({ host: config.host, port: config.port });
      const url = publicUrlOf(config, (http.server.address() as AddressInfo).port);
      services.links.publicUrl = url;
      return url;
    },
    drain,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Tokens for the explorer: where the keys are those of development, and nowhere else. */
function tokenIssuer({ config, clock }: AppParts): ((person: DevelopmentPerson) => Promise<string>) | null {
  if (config.auth.kind !== 'development' || config.production) return null;
  return (person) =>
    issueDevelopmentToken({
      ...person,
      dataDir: config.dataDir,
      scopes: person.role === 'INTEGRATION' ? developmentScopes : [],
      expiresIn: 3_600,
      now: clock.now(),
    });
}
