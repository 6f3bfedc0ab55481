import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { linkLibraries, nativeFolder } from './binaries.js';
import { launch } from './launch.js';
import { takeLease } from './lease.js';
import type { Lease } from './lease.js';
import { readPassword } from './password.js';
import { chooseRunner } from './runner.js';
import type { Runner } from './runner.js';
import { findServer, readPidFile } from './server.js';
import type { Server } from './server.js';
import { clusterUrl } from './url.js';

/** Recovery after a crash may take long; a server that is quiet for longer is not coming. */
const startLimit = 120_000;
const attempts = 20;

/** What a second attempt mends: somebody was faster with the port or the cluster, or a killed server's sessions still end. */
const passing =
  /Address already in use|lock file "postmaster\.pid" already exists|shared memory block .* is still in use/;

export interface StartOptions {
  readonly dataDir: string;
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** Instead of the installed package's folder. */
  readonly native?: string;
  /** Instead of the one that fits this process. */
  readonly runner?: Runner;
}

export interface Started {
  readonly server: Server;
  readonly password: string;
  readonly lease: Lease;
}

/** Finds the cluster's server or starts one, and takes a lease on it. PostgreSQL's own lock file decides between two starts. */
export async function start(options: StartOptions, onLost: () => void): Promise<Started> {
  const dataDir = resolve(options.dataDir);
  const native = options.native ?? nativeFolder();
  await linkLibraries(native);
  const runner = options.runner ?? (await chooseRunner(dataDir, native));
  const { durable = true, maxConnections = 100 } = options;
  for (let attempt = 1; ; attempt++) {
    const found = await findServer(dataDir);
    if (found) {
      const joined = await join(dataDir, found, onLost);
      if (joined) return joined;
    } else {
      const launched = await launch(dataDir, { native, runner, durable, maxConnections });
      const joined = await join(dataDir, launched, onLost);
      if (joined) return joined;
      const output = await launched.tail();
      if (!passing.test(output)) throw new Error(`The embedded PostgreSQL did not start:\n${output}`);
    }
    if (attempt === attempts)
      throw new Error(`The embedded PostgreSQL in ${dataDir} did not start in ${attempts} attempts.`);
    await delay(50);
  }
}

/** Waits until the server answers; undefined when it ends before it does. */
async function join(dataDir: string, server: Server, onLost: () => void): Promise<Started | undefined> {
  const password = await readPassword(dataDir);
  const url = clusterUrl(server.port, password);
  const folder = await realpath(dataDir);
  let failure: unknown;
  for (const since = performance.now(); performance.now() - since < startLimit; await delay(10)) {
    if (!(await server.runs())) return undefined;
    const file = await readPidFile(dataDir);
    if (!file?.ready || file.pid !== server.pid) continue;
    try {
      return { server, password, lease: await takeLease(url, folder, onLost) };
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') throw wrongPassword(dataDir, error);
      failure = error;
    }
  }
  throw new Error(`The embedded PostgreSQL (process ${server.pid}) does not answer.`, { cause: failure });
}

const wrongPassword = (dataDir: string, cause: unknown) =>
  new Error(`The embedded PostgreSQL in ${dataDir} does not take the password that is kept beside it.`, { cause });
