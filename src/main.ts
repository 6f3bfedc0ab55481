import { ConfigError, loadConfig } from './config.js';
import { createApp } from './app.js';
import { entities } from './entities.js';
import { openTokenVerifier } from './platform/auth/verifier.js';
import { CannotStart, openDatabase } from './platform/database/open.js';
import { InProcessBus } from './platform/events/bus.js';
import { stopOnSignals } from './platform/http/stop.js';
import { createLogger } from './platform/observability/logger.js';
import { systemClock } from './shared/clock.js';

try {
  await start();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const resources = new AsyncDisposableStack();
  try {
    const { database } = resources.use(
      await openDatabase({
        database: config.database,
        dataDir: config.dataDir,
        production: config.production,
        poolSize: config.databasePoolSize,
        entities,
        log: (line) => log.info(line),
      }),
    );
    const verifier = await openTokenVerifier(config.auth, config.dataDir, systemClock);
    const app = resources.use(
      await createApp({ config, database, bus: new InProcessBus(), clock: systemClock, log, verifier }),
    );
    const url = await app.listen();
    stopOnSignals(() => resources.disposeAsync(), config.shutdownGraceMs);
    process.stdout.write(welcome(url));
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}

const welcome = (url: string): string => `
Ocorrências is served at ${url}/graphql

  Try it:   ${url}/graphiql
  A token:  npm run --silent token -- attendant
`;

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CannotStart) return error.message;
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is in use: stop what runs there, or set PORT.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
