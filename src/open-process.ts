import type { Logger } from 'pino';
import type { Config } from './config.js';
import { openConfiguredDatabase } from './open-configured-database.js';
import { openJobs } from './open-jobs.js';
import type { Database } from './platform/database/database.js';
import { type Bus, InProcessBus, RedisBus } from './platform/events/index.js';
import type { JobQueue } from './platform/jobs/index.js';
import { createLogger } from './platform/observability/logger.js';
import { hasDemo } from './seed/seed-demo.js';
import { type Clock, systemClock } from './shared/clock.js';
import { refuseDemoInProduction, warnOfOthers } from './start-checks.js';

export interface ProcessParts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly bus: Bus;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  /** Whether the database holds the demo operator. */
  readonly seeded: boolean;
}

/** What a server and a worker alike begin with; `resources` closes it. `works`: it does jobs, and does not only send them. */
export async function openProcess(
  config: Config,
  resources: AsyncDisposableStack,
  works: boolean,
): Promise<ProcessParts> {
  const log = createLogger(config.logLevel);
  const { database, others } = resources.use(await openConfiguredDatabase(config, (line) => log.info(line)));
  warnOfOthers(others, config, log);
  const seeded = await hasDemo(database);
  refuseDemoInProduction(seeded, config);
  const bus = config.redisUrl === null ? new InProcessBus() : resources.use(new RedisBus(config.redisUrl, log));
  const jobs = resources.use(await openJobs(database, log, works));
  return { config, log, database, bus, jobs, clock: systemClock, seeded };
}
