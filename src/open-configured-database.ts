import type { Config } from './config.js';
import { entities } from './entities.js';
import { type OpenDatabase, openDatabase } from './platform/database/open.js';

/** The database that the configuration names, migrated; what the server and the command lines start from. */
export const openConfiguredDatabase = (config: Config, log: (line: string) => void): Promise<OpenDatabase> =>
  openDatabase({
    database: config.database,
    dataDir: config.dataDir,
    production: config.production,
    poolSize: config.databasePoolSize,
    entities,
    log,
  });
