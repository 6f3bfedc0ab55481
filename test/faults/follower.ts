import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { RawSocket } from '../realtime/raw-socket.js';

const queue = 'subscription ($after: String) { queueUpdates(after: $after) { kind cursor } }';

/** Follows the queue, and whenever its connection ends goes on from its last cursor: a client as it should be. */
export class Follower implements AsyncDisposable {
  /** Of the events, as they came. */
  readonly cursors: string[] = [];
  /** When each came first, by `performance.now()`. */
  readonly arrivals = new Map<string, number>();
  /** Why its connections ended. */
  readonly closes: number[] = [];
  /** What no stream of this log should tell it, such as a gap or an error. */
  readonly surprises: string[] = [];
  refusals = 0;
  #socket: RawSocket | undefined;
  #ended = false;
  readonly #ready = Promise.withResolvers<void>();
  readonly #following: Promise<void>;

  constructor(
    /** Asked for each connection. */
    private readonly where: () => string,
    private readonly token: string,
    private readonly from: string,
  ) {
    this.#following = this.#follow();
  }

  /** Once nothing is missed any more. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  get connected(): boolean {
    return this.#socket?.socket.readyState === WebSocket.OPEN;
  }

  get last(): string {
    return this.cursors.at(-1) ?? this.from;
  }

  /** Its network is gone, without a word. */
  disconnect(): void {
    this.#socket?.socket.terminate();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    this.disconnect();
    await this.#following;
  }

  async #follow(): Promise<void> {
    while (!this.#ended) {
      try {
        this.#socket = await RawSocket.admitted(`${this.where()}/graphql`, this.token);
      } catch {
        this.refusals += 1;
        await pause(50);
        continue;
      }
      if (this.#ended) this.disconnect();
      this.#socket.subscribe('1', queue, { after: this.last });
      await this.#read(this.#socket);
      this.closes.push((await this.#socket.closed).code);
    }
  }

  async #read(socket: RawSocket): Promise<void> {
    for (;;) {
      const frame = await socket.next().catch(() => null);
      if (frame === null) return;
      const update = frame.payload?.data?.queueUpdates;
      if (update?.kind === 'READY') this.#ready.resolve();
      else if (update?.kind === 'UPDATED') this.#take(update.cursor);
      else this.surprises.push(JSON.stringify(frame));
    }
  }

  #take(cursor: string): void {
    this.cursors.push(cursor);
    if (!this.arrivals.has(cursor)) this.arrivals.set(cursor, performance.now());
  }
}
