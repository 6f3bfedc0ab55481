import { vi } from 'vitest';
import type { TestClient } from '../kit/client.js';
import type { AcknowledgedWrite } from '../kit/history-checker.js';

const addNote = `mutation ($id: ID!) { occurrenceNoteAdd(id: $id, input: { body: "x" }) {
  occurrence { version } cursor userErrors { code } } }`;

export interface Answered extends AcknowledgedWrite {
  readonly sentAt: number;
  readonly answeredAt: number;
}

export interface LoadOptions {
  readonly perSecond: number;
  /** How many writes have come to everybody who follows. A machine that cannot carry the rate is given a lower one. */
  readonly arrived: () => number;
}

const mostAtOnce = 20;
/** More than polling takes. */
const behindMs = 1_500;

/** Mutations at a steady rate, whatever the answers take, spread over clients in turn. */
export class Load implements AsyncDisposable {
  readonly acknowledged: Answered[] = [];
  /** Everything else that came back, or that nothing came back. */
  readonly failures: string[] = [];
  readonly #open = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #turn = 0;

  constructor(
    private readonly clients: readonly TestClient[],
    private readonly ids: readonly string[],
    { perSecond, arrived }: LoadOptions,
  ) {
    let due = 0;
    let last = performance.now();
    const behind = (now: number) => (this.acknowledged[arrived()]?.answeredAt ?? now) < now - behindMs;
    this.#timer = setInterval(() => {
      const now = performance.now();
      due = Math.min(due + ((now - last) * perSecond) / 1_000, mostAtOnce);
      last = now;
      for (; due >= 1 && this.#open.size < mostAtOnce && !behind(now); due--) this.#send();
    }, 5);
  }

  /** Goes on for so long, and until so many more have been sent and acknowledged; when that is over. */
  async goesOn({ seconds = 0, writes = 20 }: { seconds?: number; writes?: number }): Promise<number> {
    const since = performance.now();
    const over = () => performance.now() >= since + seconds * 1_000 && this.between(since, Infinity).length >= writes;
    await vi.waitUntil(over, { timeout: seconds * 1_000 + 120_000, interval: 10 });
    return performance.now();
  }

  /** Sends no more; done when all are answered. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#open);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** Those that were sent between two instants. */
  between(since: number, until: number): Answered[] {
    return this.acknowledged.filter(({ sentAt }) => sentAt >= since && sentAt < until);
  }

  #send(): void {
    const turn = this.#turn++;
    const sending = this.#write(this.clients[turn % this.clients.length]!, this.ids[turn % this.ids.length]!);
    this.#open.add(sending);
    void sending.then(() => this.#open.delete(sending));
  }

  async #write(client: TestClient, id: string): Promise<void> {
    const sentAt = performance.now();
    try {
      const { occurrence, cursor, userErrors } = (await client.data(addNote, { id })).occurrenceNoteAdd;
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      const answeredAt = performance.now();
      this.acknowledged.push({ occurrenceId: id, version: occurrence.version, cursor, sentAt, answeredAt });
    } catch (error) {
      const { message, cause } = error as Error;
      this.failures.push(`${message} ${(cause as Error | undefined)?.message ?? ''}`);
    }
  }
}
