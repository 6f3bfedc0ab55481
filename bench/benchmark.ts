import type { Setting } from './setting/setting.js';

/** What one measurement of a variant found. */
export interface Sample {
  readonly done: number;
  readonly seconds: number;
  /** Of the process that serves, user and system together. */
  readonly cpuSeconds: number;
  readonly p99Ms: number;
}

/** One of the ways to do the same, in processes of its own. */
export interface Variant {
  readonly name: string;
  /** What it answers, without what must differ: the same for all variants. */
  answer(): Promise<unknown>;
  measure(seconds: number): Promise<Sample>;
}

export interface Goal {
  /** The variant that the product is compared with. */
  readonly limit: string;
  readonly figure: 'throughput' | 'cpu' | 'p99';
  /** The product's figure divided by the limit's: at least that of a throughput, at most that of the others. */
  readonly ratio: number;
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly goals: readonly Goal[];
  /** Starts the variants, the product first. */
  start(setting: Setting, resources: AsyncDisposableStack): Promise<readonly Variant[]>;
}

/** How much is done: small in the test that shows that everything runs. */
export interface Size {
  readonly rounds: number;
  readonly seconds: number;
  /** How often each variant does it before it is measured. */
  readonly warmUp: number;
  /** Occurrences that are there. */
  readonly occurrences: number;
}

export const fullSize: Size = { rounds: 21, seconds: 1, warmUp: 3_000, occurrences: 500 };
