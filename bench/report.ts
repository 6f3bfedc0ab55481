import type { Goal, Sample } from './benchmark.js';
import { cpuMicroseconds, median, p99Milliseconds, type Ratio, ratioOf, throughput } from './figures.js';
import type { Measured } from './run.js';

const figures = { throughput, cpu: cpuMicroseconds, p99: p99Milliseconds } as const;

/** A section of `results.md`: ratios first. */
export function sectionOf({ benchmark, samples }: Measured): string {
  const [first] = samples.values();
  const rounds = first!.length;
  const lines = [
    `## ${benchmark.name}`,
    '',
    `${benchmark.title}. ${rounds} rounds.`,
    '',
    '| of | to | figure | ratio | lowest and highest round | goal |',
    '| --- | --- | --- | ---: | --- | --- |',
    ...benchmark.goals.flatMap((goal) => ratioRows(goal, samples)),
    ...beforeRows(samples),
    '',
    '| variant | a second | server CPU for each, µs | p99, ms |',
    '| --- | ---: | ---: | ---: |',
    ...[...samples].map(([name, own]) => variantRow(name, own)),
  ];
  return lines.join('\n');
}

function ratioRows({ limit, figure, ratio: goal }: Goal, samples: Measured['samples']): string[] {
  const wanted = `${figure === 'throughput' ? '≥' : '≤'} ${goal.toFixed(2)}`;
  return productsOf(samples).map(([name, own]) =>
    ratioRow([name, limit, figure], ratioOf(own, samples.get(limit)!, figures[figure]), wanted),
  );
}

/** How the product stands to what it was. */
function beforeRows(samples: Measured['samples']): string[] {
  const [[product, own], ...earlier] = productsOf(samples) as [[string, readonly Sample[]]];
  return (earlier as [string, readonly Sample[]][]).flatMap(([name, others]) =>
    (['throughput', 'cpu'] as const).map((figure) =>
      ratioRow([product, name, figure], ratioOf(own, others, figures[figure]), ''),
    ),
  );
}

const productsOf = (samples: Measured['samples']) => [...samples].filter(([name]) => name.startsWith('product'));

const ratioRow = (names: readonly string[], { median: ratio, least, most }: Ratio, goal: string): string =>
  `| ${[...names, ratio.toFixed(2), `${least.toFixed(2)} to ${most.toFixed(2)}`, goal].join(' | ')} |`;

function variantRow(name: string, samples: readonly Sample[]): string {
  const rate = Math.round(median(samples.map(throughput)));
  const cpu = Math.round(median(samples.map(cpuMicroseconds)));
  const p99 = median(samples.map(({ p99Ms }) => p99Ms)).toFixed(1);
  return `| ${name} | ${rate} | ${cpu} | ${p99} |`;
}
