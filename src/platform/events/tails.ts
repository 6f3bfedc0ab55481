import { type Lease, Shared } from './shared.js';
import { LogTail, type TailSettings } from './tail.js';

type Defaults = 'ringSize' | 'pollMs';
export type TailsSettings = Omit<TailSettings, Defaults> & Partial<Pick<TailSettings, Defaults>>;

/** One tail for each operator that has subscribers in this process. */
export class LogTails {
  readonly #tails = new Shared<LogTail>();
  readonly #settings: TailSettings;

  constructor(settings: TailsSettings) {
    this.#settings = { ringSize: 2_000, pollMs: 1_000, ...settings };
  }

  get size(): number {
    return this.#tails.size;
  }

  /** What no log tells of: the bus that the tails listen on. Returns the way to stop. */
  listen(channel: string, onWake: () => void): () => void {
    return this.#settings.bus.listen(channel, onWake);
  }

  /** To be given back by whoever takes it. */
  lease(operatorId: string): Lease<LogTail> {
    return this.#tails.lease(operatorId, () => new LogTail(operatorId, this.#settings));
  }
}
