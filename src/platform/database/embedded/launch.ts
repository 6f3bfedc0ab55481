import { once } from 'node:events';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { programIn } from './binaries.js';
import { binariesFor } from './binaries-copy.js';
import { initialise, isCluster } from './initialise.js';
import { giveTo, isReachable, moveToReach } from './reach.js';
import { spawnAs } from './runner.js';
import type { Runner } from './runner.js';
import { openLog } from './server-log.js';
import type { Server } from './server.js';

/** A server of this process; `tail` is what it has written to its log so far. */
export interface LaunchedServer extends Server {
  tail(): Promise<string>;
}

export interface LaunchOptions {
  readonly native: string;
  readonly runner: Runner;
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** Starts a server on the cluster, made first when there is none. It returns before the server answers. */
export async function launch(dataDir: string, options: LaunchOptions): Promise<LaunchedServer> {
  const { runner, durable } = options;
  const native = runner.account ? await binariesFor(runner.account, options.native) : options.native;
  if (await isCluster(dataDir)) await bringWithinReach(dataDir, runner);
  else await initialise(dataDir, native, runner, durable);

  const port = await freePort();
  const { handle, tail } = await openLog(dataDir, runner.account);
  const args = ['-D', await realpath(dataDir), ...settings(port, options)];
  const child = spawnAs(runner, programIn(native, 'postgres'), args, ['ignore', handle.fd, handle.fd]);
  // `once` rejects when the program cannot be started at all.
  try {
    await once(child, 'spawn');
  } finally {
    await handle.close();
  }
  child.unref();
  const runs = () => Promise.resolve(child.exitCode === null && child.signalCode === null);
  return { pid: child.pid!, port, startedHere: true, runs, tail };
}

async function bringWithinReach(dataDir: string, { account }: Runner): Promise<void> {
  if (!account) return;
  if (!(await isReachable(await realpath(dataDir), account))) await moveToReach(dataDir, account);
  else if ((await stat(dataDir)).uid !== account.uid) await giveTo(account, dataDir);
}

/** Settings that hold for this run, whatever the cluster was made with. The log is kept free of people's values. */
function settings(port: number, { durable, maxConnections }: LaunchOptions): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: maxConnections,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
