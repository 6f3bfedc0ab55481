export interface Lease<T> extends Disposable {
  readonly value: T;
}

/** What several use at once: made for the first of them, closed with the last. */
export class Shared<T extends Disposable> {
  readonly #entries = new Map<string, { readonly value: T; users: number }>();

  get size(): number {
    return this.#entries.size;
  }

  lease(key: string, make: () => T): Lease<T> {
    const entry = this.#entries.get(key) ?? { value: make(), users: 0 };
    this.#entries.set(key, entry);
    entry.users += 1;
    let released = false;
    return {
      value: entry.value,
      [Symbol.dispose]: () => {
        if (released) return;
        released = true;
        entry.users -= 1;
        if (entry.users > 0) return;
        this.#entries.delete(key);
        entry.value[Symbol.dispose]();
      },
    };
  }
}
