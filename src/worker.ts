import { runCommand } from './command-line.js';
import { loadConfig, publicUrlOf } from './config.js';
import { openConfiguredDatabase } from './open-configured-database.js';
import { InProcessBus, RedisBus } from './platform/events/index.js';
import { stopOnSignals } from './platform/http/stop.js';
import { openJobs } from './open-jobs.js';
import { createLogger } from './platform/observability/logger.js';
import { systemClock } from './shared/clock.js';
import { hasDemo } from './seed/seed-demo.js';
import { refuseDemoInProduction, warnOfOthers } from './start-checks.js';
import { startWork } from './work.js';

/** Deliveries and clocks in a process of their own, beside servers with `WORKER=false`. */
await runCommand(async () => {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const resources = new AsyncDisposableStack();
  try {
    const { database, others } = resources.use(await openConfiguredDatabase(config, (line) => log.info(line)));
    warnOfOthers(others, config, log);
    refuseDemoInProduction(await hasDemo(database), config);
    const bus = config.redisUrl === null ? new InProcessBus() : resources.use(new RedisBus(config.redisUrl, log));
    const jobs = resources.use(await openJobs(database, log, true));
    const links = { publicUrl: publicUrlOf(config, config.port) };
    resources.use(await startWork({ config, database, bus, jobs, clock: systemClock, log, links }));
    stopOnSignals({ stop: () => resources.disposeAsync() }, config.shutdownGraceMs);
    process.stdout.write('Ocorrências delivers.\n');
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
});
