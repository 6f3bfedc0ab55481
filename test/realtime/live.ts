import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuthenticator } from '../../src/modules/people/index.js';
import type { Role } from '../../src/platform/auth/roles.js';
import { InProcessBus, LogTails } from '../../src/platform/events/index.js';
import { RequestContext } from '../../src/platform/graphql/context.js';
import { createOperationGuards } from '../../src/platform/graphql/limits/index.js';
import { buildGraphQLSchema } from '../../src/platform/graphql/schema.js';
import { SubscriptionContext } from '../../src/platform/graphql/subscription-context.js';
import { GraphQLWebSocketServer } from '../../src/platform/graphql/websocket-server.js';
import { InProcessLeases, Leases } from '../../src/platform/leases/index.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { createMetrics } from '../../src/platform/observability/metrics.js';
import { resolvers } from '../../src/resolvers.js';
import { TestClient } from '../kit/client.js';
import { createTestDatabase, type TestDatabase } from '../kit/database.js';
import { createTestOperators } from '../kit/operators.js';
import { TestStream } from '../kit/stream.js';
import { createTokenIssuer, type TokenIssuer, type TokenOptions } from '../kit/tokens.js';
import { ScheduledClock } from './manual-scheduler.js';
import { LogWriter } from './rows.js';

export interface LiveOptions {
  /** Another process on the same database, with a bus of its own. */
  readonly beside?: Live;
  readonly ringSize?: number;
  readonly pollMs?: number;
}

export interface Live extends AsyncDisposable {
  readonly clock: ScheduledClock;
  readonly test: TestDatabase;
  readonly tokens: TokenIssuer;
  readonly bus: InProcessBus;
  readonly tails: LogTails;
  readonly writers: { readonly alfa: LogWriter; readonly beta: LogWriter };
  readonly statements: string[];
  readonly url: string;
  /** Wakes those who follow the operator's log here. */
  wake(operator?: 'alfa' | 'beta'): void;
  client(role: Lowercase<Role>, options?: TokenOptions): Promise<TestClient>;
  stream<T = any>(
    role: Lowercase<Role>,
    query: string,
    variables?: object,
    options?: TokenOptions,
  ): Promise<TestStream<T>>;
  /** How many sockets, subscriptions and tails there are. */
  open(): Promise<[sockets: number, subscriptions: number, tails: number]>;
}

/** The live side of the app, with the knobs that the app does not turn, and a log that tests write themselves. */
export async function startLive({ beside, ringSize, pollMs }: LiveOptions = {}): Promise<Live> {
  const resources = new AsyncDisposableStack();
  const clock = beside?.clock ?? new ScheduledClock();
  const test = beside?.test ?? resources.use(await createTestDatabase());
  const statements: string[] = [];
  const database = await test.open({ onQuery: (sql) => void statements.push(sql) });
  const writers = beside?.writers ?? (await createWriters(test, clock));
  const tokens = beside?.tokens ?? (await createTokenIssuer(clock));
  const bus = new InProcessBus();
  const log = createLogger('silent');
  const metrics = createMetrics();
  const tails = new LogTails({ database, bus, log, ...(ringSize && { ringSize }), ...(pollMs && { pollMs }) });
  const leases = new Leases(new InProcessLeases(), bus);
  const schema = await buildGraphQLSchema(resolvers, (resolver) => new resolver({}));
  const sockets = new GraphQLWebSocketServer({
    path: '/graphql',
    deliveriesAtOnce: 5,
    schema,
    introspection: true,
    guards: createOperationGuards(),
    clock,
    scheduler: clock,
    log,
    metrics,
    identify: (authorization) => tokens.verifier.verify(authorization),
    authenticate: createAuthenticator(database, clock),
    openingContext: (caller) => new SubscriptionContext({ database, clock, caller, tails, leases }),
    deliveryContext: (caller) => new RequestContext({ database, clock, caller }),
  });
  const http = createServer();
  sockets.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  resources.defer(async () => {
    await sockets.close();
    await new Promise((closed) => http.close(closed));
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client: Live['client'] = async (role, options) =>
    new TestClient(url, await tokens.issue([role.toUpperCase() as Role], options));
  return {
    clock,
    test,
    tokens,
    bus,
    tails,
    writers,
    statements,
    url,
    client,
    wake: (operator = 'alfa') => bus.wake(writers[operator].operatorId),
    stream: async (role, query, variables, options) =>
      new TestStream(await client(role, options), query, { ...variables }),
    open: async () => [
      (await metrics.sockets.get()).values[0]!.value,
      (await metrics.subscriptions.get()).values[0]!.value,
      tails.size,
    ],
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function createWriters(test: TestDatabase, clock: ScheduledClock): Promise<Live['writers']> {
  const { alfa, beta } = await createTestOperators(test.database, clock.now());
  return {
    alfa: await LogWriter.create(test.database, alfa, clock.now()),
    beta: await LogWriter.create(test.database, beta, clock.now()),
  };
}
