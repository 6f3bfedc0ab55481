import { loadConfig } from './config.js';
import { runCommand } from './command-line.js';
import { migrate } from './platform/database/migrate.js';
import { openConfiguredDatabase } from './open-configured-database.js';

await runCommand(async () => {
  const config = loadConfig();
  if (config.database) {
    const applied = await migrate(config.database.ownerUrl);
    process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'The database is up to date.\n');
  } else {
    await using _ = await openConfiguredDatabase(config, () => undefined);
    process.stdout.write('The embedded database is up to date.\n');
  }
});
