/** Does it so many times, some at once; the results are in the order of the turns. */
export async function inTurns<T>(atOnce: number, times: number, work: (turn: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < times) {
      const turn = next++;
      results[turn] = await work(turn);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
