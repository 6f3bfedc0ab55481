const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

/** How long after an attempt that failed the next is made; after the last one a delivery is given up. */
export const retryDelaysMs: readonly number[] = [
  5 * seconds,
  5 * minutes,
  30 * minutes,
  2 * hours,
  5 * hours,
  10 * hours,
  10 * hours,
];

/** Spread, so that what failed together does not come back together. */
const mostJitter = 0.1;

/** When the next attempt is made after `tries` that failed; null: no more. `chance` is from 0 up to 1. */
export function nextAttempt(
  { tries, now, notBefore }: { tries: number; now: Date; notBefore?: Date | undefined },
  chance: number,
  delays: readonly number[] = retryDelaysMs,
): Date | null {
  const delay = delays[tries - 1];
  if (delay === undefined) return null;
  const at = now.getTime() + delay * (1 + mostJitter * chance);
  return new Date(Math.max(at, notBefore?.getTime() ?? 0));
}
