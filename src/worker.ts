import { runCommand } from './command-line.js';
import { loadConfig, publicUrlOf } from './config.js';
import { openProcess } from './open-process.js';
import { stopOnSignals } from './platform/http/stop.js';
import { startWork } from './work.js';

/** Deliveries in a process of their own, beside servers with `WORKER=false`. */
await runCommand(async () => {
  const config = loadConfig();
  const resources = new AsyncDisposableStack();
  try {
    const parts = await openProcess(config, resources, true);
    const links = { publicUrl: publicUrlOf(config, config.port) };
    resources.use(await startWork({ ...parts, links }));
    stopOnSignals({ stop: () => resources.disposeAsync() }, config.shutdownGraceMs, parts.log);
    process.stdout.write('Ocorrências delivers.\n');
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
});
