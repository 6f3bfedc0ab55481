import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Translates src and migrations into dist, unless dist is newer than all of them. Types are checked by "npm run check".
const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const inputs = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'src', 'migrations'];

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newestIn(path) {
  if (!statSync(path).isDirectory()) return changedAt(path);
  const inside = readdirSync(path).map((name) => newestIn(join(path, name)));
  return Math.max(changedAt(path), ...inside);
}

if (changedAt(stamp) <= Math.max(...inputs.map((input) => newestIn(join(root, input))))) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck'], { cwd: root, stdio: 'inherit' });
  writeFileSync(stamp, '');
}
