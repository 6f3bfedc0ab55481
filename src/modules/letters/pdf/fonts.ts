import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  /** The code points that the regular one has. */
  readonly known: ReadonlySet<number>;
}

const require = createRequire(import.meta.url);
let loading: Promise<Fonts> | undefined;

/** DejaVu Sans, read at the first letter. */
export const loadFonts = (): Promise<Fonts> => (loading ??= load());

async function load(): Promise<Fonts> {
  const { create } = await import('fontkit');
  const [regular, bold] = await Promise.all([
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  ]);
  const font = create(regular);
  if (!('characterSet' in font)) throw new Error('A collection of fonts is no font');
  return { regular, bold, known: new Set(font.characterSet) };
}
