/** Something that others wait for, again and again; a wait that is called off leaves nothing behind. */
export class Signal {
  #waiting = new Set<() => void>();

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets all go on that wait by now. */
  notify(): void {
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const goOn of waiting) goOn();
  }

  /** Goes on with the next `notify`, when `abort` is, or after `timeoutMs`. */
  wait(abort: AbortSignal, timeoutMs?: number): Promise<void> {
    if (abort.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const goOn = () => {
        this.#waiting.delete(goOn);
        abort.removeEventListener('abort', goOn);
        clearTimeout(timer);
        resolve();
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(goOn, timeoutMs).unref();
      this.#waiting.add(goOn);
      abort.addEventListener('abort', goOn);
    });
  }
}
