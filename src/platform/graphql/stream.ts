/**
 * An async iterator that really ends: `return()` aborts the signal, and with it whatever `generate` waits for. The
 * `return()` of a plain generator would itself wait behind a pending `next()`, and its source would never be let go.
 * `onEnd` runs once, however it ends, even where it never began.
 */
export function streamOf<T>(
  generate: (signal: AbortSignal) => AsyncGenerator<T, void, undefined>,
  onEnd: () => void = () => undefined,
): AsyncIterableIterator<T, void, undefined> {
  const controller = new AbortController();
  const generator = generate(controller.signal);
  let ended = false;
  const end = () => {
    controller.abort();
    if (!ended) onEnd();
    ended = true;
  };
  return {
    async next() {
      try {
        const result = await generator.next();
        if (result.done) end();
        return result;
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      return generator.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
