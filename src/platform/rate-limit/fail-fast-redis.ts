import { Redis } from 'ioredis';
import type { Logger } from 'pino';

const longestPauseMs = 1_000;

/** A Redis that nobody waits for: what it does not answer at once it is not asked, until it answers again. */
export class FailFastRedis implements Disposable {
  readonly client: Redis;
  readonly #log: Logger;
  #reachable = true;

  constructor(url: string, log: Logger, answerWithinMs: number) {
    this.#log = log;
    this.client = new Redis(url, {
      connectionName: 'ocorrencias-rate-limit',
      retryStrategy: (attempt) => Math.min(attempt * 50, longestPauseMs),
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      enableOfflineQueue: false,
      commandTimeout: answerWithinMs,
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
    if (this.#reachable) this.#log.warn({ err: error }, 'Redis is out of reach: each process limits rates by itself');
    this.#reachable = false;
  }

  #found(): void {
    if (!this.#reachable) this.#log.info('Redis is back: rates are limited together');
    this.#reachable = true;
  }
}
