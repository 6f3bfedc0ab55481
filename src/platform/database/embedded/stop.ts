import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from './server.js';

const fastLimit = 3_000;
const immediateLimit = 6_000;

/** Ends the server and waits until it is gone: sessions are cut off and all is written; past 3 s it goes without writing. */
export async function stopServer(server: Server, log: (line: string) => void): Promise<void> {
  if (await endsWithin(fastLimit, server, 'SIGINT')) return;
  log(
    `The embedded PostgreSQL (process ${server.pid}) takes over ${fastLimit / 1000} s to stop: it will recover at the next start.`,
  );
  if (await endsWithin(immediateLimit, server, 'SIGQUIT')) return;
  throw new Error(`The embedded PostgreSQL (process ${server.pid}) does not stop.`);
}

async function endsWithin(limit: number, server: Server, signal: NodeJS.Signals): Promise<boolean> {
  if (await server.runs()) signalTo(server.pid, signal);
  for (const start = performance.now(); performance.now() - start < limit; await delay(5)) {
    if (!(await server.runs())) return true;
  }
  return false;
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
