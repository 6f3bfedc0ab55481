import { readFile, realpath, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** A PostgreSQL server on this machine, started by this process or found running. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  readonly startedHere: boolean;
  runs(): Promise<boolean>;
}

/** What the server says of itself in `postmaster.pid`: line 1 its process, line 4 its port, line 8 its state. */
export async function readPidFile(dataDir: string): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0 && port > 0)) return undefined;
  return { pid, port, ready: lines[7]?.trim() === 'ready' };
}

/** The server that a process before this one left running, or that one beside it uses. */
export async function findServer(dataDir: string): Promise<Server | undefined> {
  const file = await readPidFile(dataDir);
  if (!file) return undefined;
  const { pid, port } = file;
  const folder = await realpath(dataDir);
  if (await isServerOf(folder, pid)) return { pid, port, startedHere: false, runs: () => isServerOf(folder, pid) };
  // Another process has the number now: PostgreSQL would take it for a server of this cluster and refuse to start.
  if (isAlive(pid)) await rm(join(dataDir, 'postmaster.pid'), { force: true });
  return undefined;
}

/** By its command line: a process number alone may have passed to another program, and a zombie has none. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    const [program, ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    return basename(program ?? '') === 'postgres' && args.includes(folder);
  }
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes(`postgres -D ${folder} `);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
