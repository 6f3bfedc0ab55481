import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppParts, createApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Tenancy } from '../../src/platform/database/tenancy.js';
import { type Bus, InProcessBus } from '../../src/platform/events/bus.js';
import { openJobs } from '../../src/open-jobs.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import type { TokenVerifier } from '../../src/platform/auth/verifier.js';
import type { Clock } from '../../src/shared/clock.js';
import type { Role } from '../../src/platform/auth/roles.js';
import { startWork, type WorkParts } from '../../src/work.js';
import { TestClient } from './client.js';
import { TestClock } from './clock.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { createTestOperators } from './operators.js';
import { createTokenIssuer, type TokenIssuer, type TokenOptions } from './tokens.js';

export interface TestApp extends AsyncDisposable {
  readonly app: App;
  readonly url: string;
  readonly clock: TestClock;
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  readonly tokens: TokenIssuer;
  readonly operators: { alfa: string; beta: string };
  /** Every SQL statement since the last `statements.length = 0`. */
  readonly statements: string[];
  /** Lines that were logged. */
  readonly logged: string[];
  client(role: Lowercase<Role> | Lowercase<Role>[] | null, options?: TokenOptions): Promise<TestClient>;
}

export interface TestAppOptions {
  /** Joins the database of another test app: two processes on one database. */
  readonly beside?: TestApp;
  readonly tenancy?: Tenancy;
  readonly environment?: Record<string, string>;
  /** Of this process alone, unless given. */
  readonly bus?: Bus;
  readonly now?: string;
  /** One that stands still, unless given. */
  readonly clock?: TestClock;
  readonly rateLimits?: AppParts['rateLimits'];
  readonly leaseStore?: AppParts['leaseStore'];
  /** Whether it delivers and watches the clocks, by `clock` unless told otherwise: not, unless given. */
  readonly work?: Pick<WorkParts, 'retryDelaysMs' | 'channels' | 'pauses' | 'present'>;
  /** That of `tokens`, unless given. */
  readonly openVerifier?: (config: Config, clock: Clock) => Promise<TokenVerifier>;
}

/** The real app over HTTP and WebSocket, on a database of its own with the operators alfa and beta. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const resources = new AsyncDisposableStack();
  const statements: string[] = [];
  const logged: string[] = [];
  const clock = options.beside?.clock ?? options.clock ?? new TestClock(options.now);
  const onQuery = (sql: string) => void statements.push(sql);
  const testDatabase = options.beside?.testDatabase ?? resources.use(await createTestDatabase());
  const database = await testDatabase.open({ onQuery, ...(options.tenancy && { tenancy: options.tenancy }) });
  const operators = options.beside?.operators ?? (await createTestOperators(database, clock.now()));
  const tokens = options.beside?.tokens ?? (await createTokenIssuer(clock));
  const dataDir = await mkdtemp(join(tmpdir(), 'ocorrencias-app-'));
  resources.defer(() => rm(dataDir, { recursive: true, force: true }));
  // A test may do in a second what nobody does in a minute.
  const unlimited = { RATE_LIMIT_POINTS: '0' };
  const config = readConfig({ NODE_ENV: 'test', PORT: '0', DATA_DIR: dataDir, ...unlimited, ...options.environment });
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  const jobs = resources.use(await openJobs(database, log, options.work !== undefined));
  const parts = { config, database, bus: options.bus ?? new InProcessBus(), jobs, clock, log };
  const work = resources.use(new AsyncDisposableStack());
  const app = resources.use(
    await createApp({
      ...parts,
      ...(options.work?.channels && { channels: options.work.channels }),
      verifier: (await options.openVerifier?.(config, clock)) ?? tokens.verifier,
      ...(options.rateLimits && { rateLimits: options.rateLimits }),
      ...(options.leaseStore && { leaseStore: options.leaseStore }),
    }),
  );
  const url = await app.listen();
  if (options.work)
    work.use(
      await startWork({
        ...parts,
        links: app.services.links,
        metrics: app.metrics,
        present: async () => clock.now(),
        ...options.work,
      }),
    );
  return {
    app,
    url,
    clock,
    database,
    testDatabase,
    tokens,
    operators,
    statements,
    logged,
    async client(role, tokenOptions) {
      if (role === null) return new TestClient(url, null);
      const roles = [role].flat().map((name) => name.toUpperCase() as Role);
      return new TestClient(url, await tokens.issue(roles, tokenOptions));
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
