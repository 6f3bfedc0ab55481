import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Translates src and migrations into dist, unless dist is newer than all of them. Types are checked by "npm run check".
const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist');
const stamp = join(built, '.built');
const inputs = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'src', 'migrations'];

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestIn(path) {
  if (!statSync(path).isDirectory()) return changedAt(path);
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(changedAt(path), ...inside);
}

const isFresh = () => changedAt(stamp) > Math.max(...inputs.map((input) => newestIn(join(root, input))));

/** Builds beside dist and puts the whole in its place: who builds or starts at the same time never meets half of it. */
function build() {
  const since = new Date();
  const fresh = mkdtempSync(join(root, '.dist-'));
  const old = `${fresh}-old`;
  try {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh];
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    writeFileSync(join(fresh, '.built'), '');
    // What changed while it was translated is translated the next time.
    utimesSync(join(fresh, '.built'), since, since);
    // Another build was faster, and somebody may be starting from it.
    if (isFresh()) return;
    rename(built, old, 'ENOENT');
    rename(fresh, built, 'ENOTEMPTY', 'EEXIST');
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
}

function rename(from, to, ...expected) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!expected.includes(error.code)) throw error;
  }
}

if (!isFresh()) build();
