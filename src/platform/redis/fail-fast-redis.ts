import { Redis } from 'ioredis';
import type { Logger } from 'pino';

const longestPauseMs = 1_000;

export interface FailFastOptions {
  /** What Redis calls the connection. */
  readonly name: string;
  /** How long anybody waits for an answer. */
  readonly answersWithinMs: number;
  /** What processes do meanwhile, and again afterwards: for the log. */
  readonly meanwhile: string;
  readonly again: string;
  /** It can be asked: at first, and whenever it has come back. */
  readonly onReady?: () => void;
}

/** A Redis that nobody waits for: what it does not answer at once it is not asked, until it answers again. */
export class FailFastRedis implements Disposable {
  readonly client: Redis;
  readonly #log: Logger;
  readonly #options: FailFastOptions;
  #reachable = true;

  constructor(url: string, log: Logger, options: FailFastOptions) {
    this.#log = log;
    this.#options = options;
    this.client = new Redis(url, {
      connectionName: `ocorrencias-${options.name}`,
      retryStrategy: (attempt) => Math.min(attempt * 50, longestPauseMs),
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      enableOfflineQueue: false,
      commandTimeout: options.answersWithinMs,
    });
    this.client.on('error', (error) => this.#lost(error));
    this.client.on('ready', () => this.#found());
  }

  /** To be called once it has failed somebody: the connection is made anew, and nobody waits meanwhile. */
  giveUp(): void {
    if (this.client.status !== 'ready' || !this.#reachable) return;
    this.#lost(new Error('Redis did not answer in time'));
    this.client.disconnect(true);
  }

  [Symbol.dispose](): void {
    this.client.disconnect();
  }

  /** Said once for each time that it is lost. */
  #lost(error: unknown): void {
    if (this.#reachable) this.#log.warn({ err: error }, `Redis is out of reach: ${this.#options.meanwhile}`);
    this.#reachable = false;
  }

  #found(): void {
    if (!this.#reachable) this.#log.info(`Redis is back: ${this.#options.again}`);
    this.#reachable = true;
    this.#options.onReady?.();
  }
}
