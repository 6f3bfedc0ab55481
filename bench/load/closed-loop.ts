export interface LoopResult {
  readonly done: number;
  readonly seconds: number;
  readonly p99Ms: number;
}

/** Each connection does one after the other, one at least, until the time is over; what has begun is finished and counted. */
export async function closedLoop(seconds: number, connections: readonly (() => Promise<void>)[]): Promise<LoopResult> {
  const took: number[] = [];
  const since = performance.now();
  const until = since + seconds * 1000;
  const run = async (once: () => Promise<void>) => {
    let begun: number;
    let now = since;
    do {
      begun = now;
      await once();
      now = performance.now();
      took.push(now - begun);
    } while (now < until);
  };
  await Promise.all(connections.map(run));
  const elapsed = (performance.now() - since) / 1000;
  took.sort((a, b) => a - b);
  return { done: took.length, seconds: elapsed, p99Ms: took[Math.floor(took.length * 0.99)] ?? 0 };
}
