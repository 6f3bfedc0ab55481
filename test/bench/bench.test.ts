import { expect, inject, it } from 'vitest';
import { benchmarks } from '../../bench/benchmarks.js';
import { sectionOf } from '../../bench/report.js';
import { run } from '../../bench/run.js';

it.each(benchmarks.map((benchmark) => [benchmark.name, benchmark] as const))(
  '%s runs: its variants answer the same, and each is measured by turns',
  async (_name, benchmark) => {
    const size = { rounds: 2, seconds: 0.05, warmUp: 0, occurrences: 60 };
    const measured = await run(benchmark, { ...size, clusterUrl: inject('ownerUrl') });
    expect(measured.samples.size).toBeGreaterThan(1);
    for (const samples of measured.samples.values()) {
      expect(samples).toHaveLength(2);
      for (const { done } of samples) expect(done).toBeGreaterThan(0);
    }
    const limits = benchmark.goals.map(({ limit }) => limit);
    expect([...measured.samples.keys()]).toEqual(expect.arrayContaining(['product', ...limits]));
    expect(sectionOf(measured)).toMatch(/^\| product \| .+ \| \d+\.\d\d \|/m);
  },
  120_000,
);
