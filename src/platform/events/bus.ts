import { EventEmitter } from 'node:events';

/**
 * Wakes those who wait for something to be committed: go and read. A channel is an id (of an operator: its log), and
 * nothing else goes along; a message that is lost costs latency, since every reader polls slowly too.
 */
export interface Bus {
  wake(channel: string): void;
  /** Returns the way to stop listening. */
  listen(channel: string, onWake: () => void): () => void;
}

/** The bus of a single process. */
export class InProcessBus implements Bus {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  wake(channel: string): void {
    this.#emitter.emit(channel);
  }

  listen(channel: string, onWake: () => void): () => void {
    this.#emitter.on(channel, onWake);
    return () => this.#emitter.off(channel, onWake);
  }
}
