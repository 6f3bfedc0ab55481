import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import type { Bus } from './bus.js';
import type { LogPosition } from './cursor.js';
import { readHead } from './log.js';
import { type LogPage, readPage } from './log-page.js';
import { EventRing } from './ring.js';
import { Shared } from './shared.js';
import { Signal } from './signal.js';

export interface TailSettings {
  readonly database: Database;
  readonly bus: Bus;
  readonly log: Logger;
  /** How many of the newest events stay in memory. */
  readonly ringSize: number;
  /** How often it looks without being woken: what a lost wake-up costs at the most. */
  readonly pollMs: number;
}

const pageSize = 200;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Follows the log of one operator, once for all its subscribers in this process. A subscriber is only a position: it
 * asks for what comes after it, and is answered from memory, or, further back, from the database.
 */
export class LogTail implements Disposable {
  readonly operatorId: string;
  /** What subscribers of this operator share, such as counters. */
  readonly shared = new Shared<Disposable>();
  readonly #settings: TailSettings;
  readonly #closing = new AbortController();
  readonly #wakeUp = new Signal();
  /** Anything new. */
  readonly #grown = new Signal();
  readonly #looked = new Signal();
  readonly #stopListening: () => void;
  #ring: EventRing | undefined;
  #woken = false;
  #looks = 0;
  #failures = 0;

  constructor(operatorId: string, settings: TailSettings) {
    this.operatorId = operatorId;
    this.#settings = settings;
    this.#stopListening = settings.bus.listen(operatorId, () => this.#wake());
    void this.#follow();
  }

  /** How many subscribers wait for something new. */
  get waiting(): number {
    return this.#grown.waiting;
  }

  /** At least one event after the position, or a gap; null once `abort` is, or the tail is closed. */
  async read(position: LogPosition, abort: AbortSignal): Promise<LogPage | null> {
    let missed = 0;
    while (!abort.aborted && !this.#closing.signal.aborted) {
      const page = this.#ring?.after(position, pageSize);
      if (page?.kind === 'foreign') return { kind: 'gap', head: this.#ring!.head };
      if (page?.kind === 'events') {
        if (page.events.length > 0) return page;
        await this.#grown.wait(abort);
        continue;
      }
      if (page?.kind === 'older') {
        const stored = await this.#readStored(position);
        if (stored) return stored;
      } else if (page?.kind === 'ahead') {
        // This process may not have seen it yet; a position that is ahead of a look taken afterwards is of another log.
        missed ||= this.#looks + 2;
        if (this.#looks >= missed) return { kind: 'gap', head: this.#ring!.head };
        this.#wake();
      }
      await this.#looked.wait(abort);
    }
    return null;
  }

  [Symbol.dispose](): void {
    this.#stopListening();
    this.#closing.abort();
    this.#looked.notify();
    this.#grown.notify();
  }

  #wake(): void {
    this.#woken = true;
    this.#wakeUp.notify();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      this.#woken = false;
      try {
        await this.#look();
        this.#failures = 0;
      } catch (error) {
        await this.#pauseAfter(error, signal);
        continue;
      }
      if (!this.#woken) await this.#wakeUp.wait(signal, this.#settings.pollMs);
    }
  }

  async #look(): Promise<void> {
    await using reading = await this.#reading();
    const { em } = reading;
    for (;;) {
      const page = this.#ring && (await readPage(em, this.operatorId, this.#ring.head, pageSize));
      if (page?.kind === 'events') {
        this.#ring!.push(page.events);
      } else {
        // The first look; or the log has been replaced by another one, such as a backup.
        this.#ring = new EventRing(this.#settings.ringSize, page?.head ?? (await readHead(em, this.operatorId)));
      }
      if (page?.kind !== 'events' || page.events.length > 0) this.#grown.notify();
      if (page?.kind === 'events' && page.events.length === pageSize) continue;
      this.#looks += 1;
      this.#looked.notify();
      return;
    }
  }

  /** Undefined where the database cannot be reached: to be tried again once the tail itself has reached it. */
  async #readStored(position: LogPosition): Promise<LogPage | undefined> {
    try {
      await using reading = await this.#reading();
      return await readPage(reading.em, this.operatorId, position, pageSize);
    } catch (error) {
      this.#settings.log.debug({ err: error }, 'the event log cannot be read for a subscriber');
      return undefined;
    }
  }

  async #reading() {
    const reading = await this.#settings.database.read({ operatorId: this.operatorId });
    return { em: reading.em, [Symbol.asyncDispose]: () => reading.close() };
  }

  async #pauseAfter(error: unknown, abort: AbortSignal): Promise<void> {
    if (abort.aborted) return;
    this.#failures += 1;
    if (this.#failures === 1) this.#settings.log.warn({ err: error }, 'the event log cannot be read; trying again');
    await new Signal().wait(abort, Math.min(firstPauseMs * 2 ** (this.#failures - 1), longestPauseMs));
  }
}
