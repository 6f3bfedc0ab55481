import type { Sample } from './benchmark.js';

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const throughput = ({ done, seconds }: Sample): number => done / seconds;

export const cpuMicroseconds = ({ cpuSeconds, done }: Sample): number => (cpuSeconds / done) * 1_000_000;

export const p99Milliseconds = ({ p99Ms }: Sample): number => p99Ms;

/** Of one variant to another: the median of the ratios of the rounds, and how far these lie apart. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Round by round, since what disturbs a round disturbs both. */
export function ratioOf(
  samples: readonly Sample[],
  others: readonly Sample[],
  figure: (sample: Sample) => number,
): Ratio {
  const ratios = samples.map((sample, round) => figure(sample) / figure(others[round]!));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
