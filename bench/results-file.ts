import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

const file = new URL('results.md', import.meta.url);

const head = () => `# Results

How they are measured is in [README.md](README.md). Ratios are comparable from one machine to another, more or less; the
other figures are not. Last written on a ${process.platform} machine (${process.arch}) with ${availableParallelism()} processors and
${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, which load, server and database share.
`;

/** Puts sections into \`results.md\`, in the place of those of the same name; the others stay. */
export function writeResults(sections: ReadonlyMap<string, string>): void {
  const kept = new Map<string, string>();
  for (const section of read()
    .split(/^(?=## )/m)
    .slice(1)) {
    kept.set(/^## (\S+)/.exec(section)![1]!, section.trim());
  }
  for (const [name, section] of sections) kept.set(name, section);
  const body = [...kept.keys()].toSorted().map((name) => kept.get(name)!);
  writeFileSync(
    file,
    [head(), ...body, '']
      .join('\n')
      .replaceAll('\n## ', '\n\n## ')
      .replaceAll(/\n{3,}/g, '\n\n'),
  );
}

function read(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
