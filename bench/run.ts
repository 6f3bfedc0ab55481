import { isDeepStrictEqual } from 'node:util';
import type { Benchmark, Sample, Size, Variant } from './benchmark.js';
import { createSetting, type SettingOptions } from './setting/setting.js';

export interface Measured {
  readonly benchmark: Benchmark;
  /** By variant, the product first: a sample of each round. */
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
}

export type RunOptions = Size & Omit<SettingOptions, 'occurrences'>;

/** Measures the variants by turns, so that what else the machine does meets all of them alike. */
export async function run(benchmark: Benchmark, options: RunOptions): Promise<Measured> {
  await using resources = new AsyncDisposableStack();
  const setting = await createSetting(options, resources);
  const variants = await benchmark.start(setting, resources);
  await requireEqualAnswers(variants);
  for (const variant of variants) await warmUp(variant, options.warmUp);
  const samples = new Map<string, Sample[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    // Whoever comes first may have it easier: each does in its turn.
    for (let turn = 0; turn < variants.length; turn++) {
      const variant = variants[(round + turn) % variants.length]!;
      samples.get(variant.name)!.push(await variant.measure(options.seconds));
    }
  }
  return { benchmark, samples };
}

/** What is fast and something else is no comparison. */
async function requireEqualAnswers(variants: readonly Variant[]): Promise<void> {
  const [product, ...others] = variants;
  const expected = await product!.answer();
  for (const other of others) {
    const answer = await other.answer();
    if (isDeepStrictEqual(answer, expected)) continue;
    throw new Error(`${other.name} answers\n${JSON.stringify(answer)}\nand not\n${JSON.stringify(expected)}`);
  }
}

/** The first ones are slow, since nothing is compiled yet. Where others need the machine, it goes on all the same. */
async function warmUp(variant: Variant, times: number): Promise<void> {
  const turns = 20;
  for (let turn = 0, done = 0; turn < turns && done < times; turn++) done += (await variant.measure(1)).done;
}
