import { execFile, spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { programIn } from './binaries.js';
import type { Account } from './reach.js';

/** As whom PostgreSQL's programs run: they refuse to run as root. */
export interface Runner {
  readonly prefix: readonly string[];
  readonly account?: Account;
}

const nobody = 65534;

export const asThisUser: Runner = { prefix: [] };
export const asNobody: Runner = { prefix: [], account: { uid: nobody, gid: nobody } };
/** Root outside, nobody inside: it may read and write what root owns, even in a home that is closed to others. */
export const inUserNamespace: Runner = {
  prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'],
};

/** Nothing of the caller's environment reaches PostgreSQL; the C locale keeps its messages in English. */
const surroundings = { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };

const commandLine = ({ prefix }: Runner, program: string, args: string[]) => {
  const [command = program, ...rest] = [...prefix, program, ...args];
  return { command, rest };
};

/** Detached, so that the Ctrl-C that ends the application does not end its database before it. */
export function spawnAs(runner: Runner, program: string, args: string[], stdio: StdioOptions): ChildProcess {
  const { command, rest } = commandLine(runner, program, args);
  return spawn(command, rest, { ...surroundings, ...runner.account, detached: true, windowsHide: true, stdio });
}

/** Whoever owns the cluster runs it; root's own runs in a user namespace, or as nobody where containers refuse that. */
export async function chooseRunner(dataDir: string, native: string): Promise<Runner> {
  const me = process.getuid?.();
  if (me === undefined) return asThisUser;
  const found = await stat(dataDir).catch(() => undefined);
  if (me !== 0) {
    if (!found || found.uid === me) return asThisUser;
    throw new Error(
      `The embedded database in ${dataDir} belongs to another user (id ${found.uid}; this is ${me}). ` +
        'Start as that user, choose another DATA_DIR, or set DATABASE_URL.',
    );
  }
  if (found && found.uid !== 0) return { prefix: [], account: { uid: found.uid, gid: found.gid } };
  return (await namespacesWork(native)) ? inUserNamespace : asNobody;
}

async function namespacesWork(native: string): Promise<boolean> {
  const { command, rest } = commandLine(inUserNamespace, programIn(native, 'postgres'), ['--version']);
  return promisify(execFile)(command, rest, { ...surroundings, timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
