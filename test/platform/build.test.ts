import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../kit/processes.js';

const run = promisify(execFile);
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ocorrencias-build-'));
  for (const path of ['scripts/build.mjs', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'])
    await cp(join(projectRoot, path), join(root, path));
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  await mkdir(join(root, 'migrations'));
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src', 'said.ts'), `export const said: string = 'whole';\n`);
  await writeFile(join(root, 'src', 'main.ts'), `import { said } from './said.js';\nconsole.log(said);\n`);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const build = () => run(process.execPath, ['scripts/build.mjs'], { cwd: root });
const start = async () => (await run(process.execPath, ['dist/src/main.js'], { cwd: root })).stdout;

it('a program that is built by many at once starts for each as soon as its build ended, and nothing is left behind', async () => {
  const started = Array.from({ length: 16 }, async (_, turn) => {
    // They come one after another, so that some begin while others end.
    await delay(turn * 40);
    await build();
    return start();
  });
  expect(await Promise.all(started)).toEqual(started.map(() => 'whole\n'));
  expect((await readdir(root)).filter((name) => name.includes('dist'))).toEqual(['dist']);
}, 60_000);

it('a program is built anew when its source has changed, and what is no longer in the source is gone', async () => {
  await build();
  await writeFile(join(root, 'src', 'main.ts'), `console.log('other');\n`);
  await rm(join(root, 'src', 'said.ts'));
  await build();
  expect(await start()).toBe('other\n');
  expect((await readdir(join(root, 'dist', 'src'))).filter((name) => name.endsWith('.js'))).toEqual(['main.js']);
}, 60_000);
