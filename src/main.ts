import { createApp } from './app.js';
import { runCommand } from './command-line.js';
import { loadConfig } from './config.js';
import { openConfiguredDatabase } from './open-configured-database.js';
import { openJobs } from './open-jobs.js';
import { openTokenVerifier } from './platform/auth/verifier.js';
import { InProcessBus, RedisBus } from './platform/events/index.js';
import { stopOnSignals } from './platform/http/stop.js';
import { createLogger } from './platform/observability/logger.js';
import { hasDemo, seedDemo } from './seed/seed-demo.js';
import { createServices } from './services.js';
import { systemClock } from './shared/clock.js';
import { refuseDemoInProduction, warnOfOthers } from './start-checks.js';
import { startWork } from './work.js';

await runCommand(async () => {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const resources = new AsyncDisposableStack();
  try {
    const { database, others } = resources.use(await openConfiguredDatabase(config, (line) => log.info(line)));
    warnOfOthers(others, config, log);
    const verifier = await openTokenVerifier(config.auth, config.dataDir, systemClock, {
      onRefreshFailure: (error) => log.warn({ err: error }, 'the keys of the token provider cannot be read'),
    });
    const bus = config.redisUrl === null ? new InProcessBus() : resources.use(new RedisBus(config.redisUrl, log));
    const jobs = resources.use(await openJobs(database, log, config.worker));
    const parts = { config, database, bus, jobs, clock: systemClock, log, verifier };
    // Ends after the server, which may take its time to deliver what it has begun.
    const work = resources.use(new AsyncDisposableStack());
    const app = resources.use(await createApp(parts));
    const seeded = await hasDemo(database);
    refuseDemoInProduction(seeded, config);
    if (!seeded && !config.production)
      await seedDemo(database, createServices(parts, { demo: true }), systemClock.now());
    const url = await app.listen();
    if (config.worker) work.use(await startWork({ ...parts, links: app.services.links, metrics: app.metrics }));
    stopOnSignals({ drain: () => app.drain(), stop: () => resources.disposeAsync() }, config.shutdownGraceMs);
    process.stdout.write(welcome(url));
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
});

function welcome(url: string): string {
  return `
Ocorrências is served at ${url}/graphql

  Try it:   ${url}/graphiql
  A token:  npm run --silent token -- attendant
`;
}
