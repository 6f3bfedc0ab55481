import { createApp } from './app.js';
import { runCommand } from './command-line.js';
import { loadConfig } from './config.js';
import { sweep } from './modules/occurrences/index.js';
import { openProcess } from './open-process.js';
import { RedisLeases } from './platform/leases/index.js';
import { openTokenVerifier } from './platform/auth/verifier.js';
import { stopOnSignals } from './platform/http/stop.js';
import { seedDemo } from './seed/seed-demo.js';
import { createServices } from './services.js';
import { startWork } from './work.js';

await runCommand(async () => {
  const config = loadConfig();
  const resources = new AsyncDisposableStack();
  try {
    const { seeded, ...parts } = await openProcess(config, resources, config.worker);
    const { database, clock, log } = parts;
    const verifier = await openTokenVerifier(config.auth, config.dataDir, clock, {
      onRefreshFailure: (error) => log.warn({ err: error }, 'the keys of the token provider cannot be read'),
    });
    // Ends after the server, which may take its time to deliver what it has begun.
    const work = resources.use(new AsyncDisposableStack());
    const leaseStore = config.redisUrl === null ? null : resources.use(new RedisLeases(config.redisUrl, log));
    const app = resources.use(await createApp({ ...parts, verifier, ...(leaseStore && { leaseStore }) }));
    if (!seeded && !config.production) {
      await seedDemo(database, createServices(parts, { demo: true }), clock.now());
      // What time has done to its stories is told before anybody looks.
      await sweep({ ...parts, present: () => Promise.resolve(clock.now()) });
    }
    const url = await app.listen();
    if (config.worker) work.use(await startWork({ ...parts, links: app.services.links, metrics: app.metrics }));
    stopOnSignals({ drain: () => app.drain(), stop: () => resources.disposeAsync() }, config.shutdownGraceMs, log);
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
