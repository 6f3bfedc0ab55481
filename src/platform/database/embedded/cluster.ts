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

/** Starts PostgreSQL on the folder, or joins the server that runs there, whoever started it. */
export const startEmbeddedPostgres = (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => open(options);

/** The same with the binaries and the way to run them chosen by the caller. */
export async function open({
  log,
  ...options
}: StartOptions & Pick<EmbeddedPostgresOptions, 'log'>): Promise<EmbeddedPostgres> {
  let stopping: Promise<void> | undefined;
  const started = await start(options, () => void recover());
  const { server, password } = started;
  let { lease } = started;
  const ownerUrl = clusterUrl(server.port, password);
  log(
    `The embedded PostgreSQL ${server.startedHere ? 'runs' : 'was running'}: process ${server.pid}, port ${server.port}.`,
  );

  /** A crashed session makes the server drop all connections and go on; then the lease is taken anew. */
  async function recover(): Promise<void> {
    if (stopping) return;
    if (!(await server.runs())) {
      log(`The embedded PostgreSQL (process ${server.pid}) ended unexpectedly; see ${logFile(options.dataDir)}.`);
      return;
    }
    const again = await takeLease(ownerUrl, options.dataDir, () => void recover()).catch(() => undefined);
    if (again && stopping) await again.end();
    else if (again) lease = again;
    else await delay(100, undefined, { ref: false }).then(recover);
  }

  async function stop(): Promise<void> {
    // Without an answer nobody can be asked: then the one who started it stops it.
    const last = await lease.giveUp().catch(() => server.startedHere);
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
