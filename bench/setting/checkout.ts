import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../test/kit/processes.js';

export interface Checkout extends AsyncDisposable {
  readonly root: string;
}

/** The project as it was at a commit, in a folder of its own, with the packages of now. */
export async function checkout(commit: string): Promise<Checkout> {
  const root = await mkdtemp(join(tmpdir(), 'ocorrencias-before-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: projectRoot, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
