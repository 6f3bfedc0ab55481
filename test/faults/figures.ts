/** In whole milliseconds, for a line of figures. */
export const spread = (values: readonly number[]): string =>
  `p50 ${Math.round(quantile(values, 0.5))}, p99 ${Math.round(quantile(values, 0.99))}, max ${Math.round(quantile(values, 1))} ms of ${values.length}`;

/** The value that as large a part of them does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
