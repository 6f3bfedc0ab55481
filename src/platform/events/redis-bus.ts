import { randomUUID } from 'node:crypto';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { type Cluster, Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Bus, InProcessBus } from './bus.js';
import { createSubscriber } from './redis-subscriber.js';

interface Heard {
  listeners: number;
  readonly subscription: Promise<number>;
}

const prefix = 'ocorrencias:wake:';
const longestPauseMs = 1_000;
/** For which a server that hangs is waited for at the end. */
const closeWithinMs = 500;

/**
 * The bus between processes. This one is woken at once and without Redis; the others by a message that says nothing but
 * who sent it. Nobody waits for Redis: while it is down messages are lost, readers poll, and after it came back all look.
 */
export class RedisBus implements Bus, AsyncDisposable {
  readonly #local = new InProcessBus();
  readonly #heard = new Map<string, Heard>();
  readonly #sender = randomUUID();
  readonly #pubSub: RedisPubSub;
  readonly #log: Logger;
  #reachable = true;

  constructor(url: string, log: Logger) {
    this.#log = log;
    const retryStrategy = (attempt: number) => Math.min(attempt * 50, longestPauseMs);
    // By default a publisher would hold back what it cannot send, and whoever sends it.
    const publisher = new Redis(url, {
      retryStrategy,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: 500,
      // A command that timed out would still wait for its answer, one more a change for as long as Redis hangs.
      socketTimeout: 1_000,
      autoResendUnfulfilledCommands: false,
      disconnectTimeout: closeWithinMs,
    });
    const options = { retryStrategy, maxRetriesPerRequest: null, disconnectTimeout: closeWithinMs };
    const subscriber = createSubscriber(url, options, (error) => this.#lost(error));
    for (const connection of [publisher, subscriber]) {
      let broken = false;
      connection.on('error', (error) => this.#lost(error));
      connection.on('close', () => (broken = true));
      connection.on('ready', () => {
        if (broken) this.#found();
        broken = false;
      });
    }
    this.#pubSub = new RedisPubSub({ publisher, subscriber });
  }

  wake(channel: string): void {
    this.#local.wake(channel);
    this.#pubSub.publish(prefix + channel, this.#sender).catch((error: unknown) => this.#lost(error));
  }

  listen(channel: string, onWake: () => void): () => void {
    const stopLocally = this.#local.listen(channel, onWake);
    const heard = this.#heard.get(channel) ?? { listeners: 0, subscription: this.#subscribe(channel) };
    this.#heard.set(channel, heard);
    heard.listeners += 1;
    let listening = true;
    return () => {
      if (!listening) return;
      listening = false;
      stopLocally();
      heard.listeners -= 1;
      if (heard.listeners > 0) return;
      this.#heard.delete(channel);
      heard.subscription.then((id) => this.#pubSub.unsubscribe(id)).catch((error: unknown) => this.#lost(error));
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([closed(this.#pubSub.getPublisher()), closed(this.#pubSub.getSubscriber())]);
  }

  #subscribe(channel: string): Promise<number> {
    const subscription = this.#pubSub.subscribe(prefix + channel, (sender: string) => {
      if (sender !== this.#sender) this.#local.wake(channel);
    });
    subscription.catch((error: unknown) => this.#lost(error));
    return subscription;
  }

  /** Said once for each time that it is lost. */
  #lost(error: unknown): void {
    if (this.#reachable)
      this.#log.warn({ err: error }, 'Redis is out of reach: other processes are followed by polling');
    this.#reachable = false;
  }

  /** What was sent meanwhile is lost, so everybody looks. */
  #found(): void {
    if (!this.#reachable) this.#log.info('Redis is back');
    this.#reachable = true;
    for (const channel of this.#heard.keys()) this.#local.wake(channel);
  }
}

/** Closes the connection; what it owed is refused by then. */
async function closed(connection: Redis | Cluster): Promise<void> {
  if (connection.status === 'end') return;
  const ended = new Promise((resolve) => connection.once('end', resolve));
  connection.disconnect();
  await ended;
}
