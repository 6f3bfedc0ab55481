import { setTimeout as delay } from 'node:timers/promises';
import { takeLease } from './lease.js';
import { logFile } from './server-log.js';
import { start } from './start.js';
import type { StartOptions } from './start.js';
import { stopServer } from './stop.js';
import { clusterUrl } from './url.js';

export interface EmbeddedPostgres extends AsyncDisposable {
  /** Connection string of the owner, a superuser, to the database `postgres` on 127.0.0.1. */
  readonly ownerUrl: string;
  /** The same server for another database; as the owner unless a user is named. */
  urlFor(options: { database: string; user?: string; password?: string }): string;
  /** Stops the server, unless another process uses it: the last one stops it. Close your own connections before. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** The cluster's folder; the password and the server's log are kept beside it. Made when it is not there. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Default true. False is faster and may lose the last commits with the server, and all with the machine: for tests. */
  readonly durable?: boolean;
  /** Default 100. A server that runs already keeps the number it has. */
  readonly maxConnections?: number;
}

/** How long a stop waits for the lease after a crash, and then for those of the others. */
const regainLimit = 5_000;
const othersNeed = 500;

/** Starts PostgreSQL on the folder, or joins the server that runs there, whoever started it. */
export const startEmbeddedPostgres = (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => open(options);

/** The same with the binaries and the way to run them chosen by the caller. */
export async function open({
  log,
  ...options
}: StartOptions & Pick<EmbeddedPostgresOptions, 'log'>): Promise<EmbeddedPostgres> {
  let stopping: Promise<void> | undefined;
  let stopped = false;
  const started = await start(options, () => void recover());
  const { server, password } = started;
  let { lease } = started;
  const ownerUrl = clusterUrl(server.port, password);
  log(
    `The embedded PostgreSQL ${server.startedHere ? 'runs' : 'was running'}: process ${server.pid}, port ${server.port}.`,
  );

  let regaining: Promise<void> | undefined;
  const regain = () => (regaining ??= takeAnew().finally(() => (regaining = undefined)));

  /** A crashed session makes the server drop all connections and go on; then the lease is taken anew. */
  async function takeAnew(): Promise<void> {
    while (!stopped) {
      if (!(await server.runs())) {
        log(`The embedded PostgreSQL (process ${server.pid}) ended unexpectedly; see ${logFile(options.dataDir)}.`);
        return;
      }
      const again = await takeLease(ownerUrl, options.dataDir, () => void recover()).catch(() => undefined);
      if (again && stopped) await again.end();
      else if (again) lease = again;
      if (again) return;
      await delay(100, undefined, { ref: stopping !== undefined });
    }
  }

  async function recover(): Promise<void> {
    if (!stopping) await regain();
  }

  /** After a crash nobody has a lease for a moment, and whoever asks then would find nobody. */
  async function isLast(): Promise<boolean> {
    if (!regaining) {
      const answer = await lease.giveUp().catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    const inTime = new AbortController();
    await Promise.race([regain(), delay(regainLimit, undefined, { signal: inTime.signal }).catch(() => undefined)]);
    inTime.abort();
    if (await server.runs()) await delay(othersNeed);
    // Without an answer nobody can be asked: then the one who started it stops it.
    return lease.giveUp().catch(() => server.startedHere);
  }

  async function stop(): Promise<void> {
    const last = await isLast();
    stopped = true;
    try {
      if (last) await stopServer(server, log);
      else if (await server.runs()) log('The embedded PostgreSQL runs on for another process.');
    } finally {
      await lease.end();
    }
  }

  return {
    ownerUrl,
    urlFor: (target) => clusterUrl(server.port, password, target),
    stop: () => (stopping ??= stop()),
    [Symbol.asyncDispose]: () => (stopping ??= stop()),
  };
}
