import { EventEmitter } from 'node:events';

/**
 * Wakes those who follow an operator's log: something was committed, go and read. Carries ids, never data; a message that
 * is lost costs latency, since every reader polls slowly too.
 */
export interface Bus {
  wake(operatorId: string): void;
  /** Returns the way to stop listening. */
  listen(operatorId: string, onWake: () => void): () => void;
}

/** The bus of a single process. */
export class InProcessBus implements Bus {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  wake(operatorId: string): void {
    this.#emitter.emit(operatorId);
  }

  listen(operatorId: string, onWake: () => void): () => void {
    this.#emitter.on(operatorId, onWake);
    return () => this.#emitter.off(operatorId, onWake);
  }
}
