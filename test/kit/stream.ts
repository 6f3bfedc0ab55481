import type { FormattedExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import type { TestClient } from './client.js';

/** A subscription over a socket of its own, read payload by payload. */
export class TestStream<T> implements AsyncDisposable {
  readonly #client: Client;
  readonly #payloads: AsyncIterableIterator<FormattedExecutionResult<T, unknown>>;

  constructor(client: TestClient, query: string, variables: Record<string, unknown> = {}) {
    this.#client = client.streams();
    this.#payloads = this.#client.iterate<T>({ query, variables });
  }

  /** The next payload's data; throws where it has errors, or the stream has ended. */
  async next(): Promise<T> {
    const { value, done } = await this.#payloads.next();
    if (done) throw new Error('the stream has ended');
    if (value.errors || !value.data) throw new Error(JSON.stringify(value.errors));
    return value.data;
  }

  /** The first payload for which `holds`; those before it are passed over. */
  async until(holds: (data: T) => boolean): Promise<T> {
    for (;;) {
      const data = await this.next();
      if (holds(data)) return data;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#payloads.return?.();
    await this.#client.dispose();
  }
}
