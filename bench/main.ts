import { Command } from 'commander';
import { fullSize } from './benchmark.js';
import { benchmarks } from './benchmarks.js';
import { sectionOf } from './report.js';
import { writeResults } from './results-file.js';
import { run } from './run.js';

const program = new Command('bench')
  .argument('[name]', 'one of them; all unless given')
  .option('--before <commit>', 'measure the product as it was then beside it')
  .parse();
const [name] = program.args;
const { before } = program.opts<{ before?: string }>();

const chosen = benchmarks.filter((benchmark) => name === undefined || benchmark.name === name);
if (chosen.length === 0) program.error(`There are: ${benchmarks.map((benchmark) => benchmark.name).join(', ')}`);

const sections = new Map<string, string>();
for (const benchmark of chosen) {
  const section = sectionOf(await run(benchmark, { ...fullSize, before }));
  console.log(`${section}\n`);
  sections.set(benchmark.name, section);
}
writeResults(sections);
