import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { RawSocket } from '../realtime/raw-socket.js';

export interface FollowedUpdate {
  readonly kind: string;
  readonly cursor: string;
  readonly occurrenceId: string;
  readonly event: {
    readonly __typename: string;
    readonly id: string;
    readonly version: number;
    /** The status that was entered with it. */
    readonly entered?: { readonly key: string };
  } | null;
}

const bare = 'subscription ($after: String) { queueUpdates(after: $after) { kind cursor } }';
/** With what a log is made of. */
export const withEvents = `subscription ($after: String) { queueUpdates(after: $after) {
  kind cursor occurrenceId event {
    __typename id version
    ... on OccurrenceCreated { entered: status { key } }
    ... on OccurrenceStatusChanged { entered: to { key } }
    ... on OccurrenceReopened { entered: to { key } } } } }`;
const changes = new Set(['ENTERED', 'UPDATED', 'LEFT']);

/** Follows the queue, and whenever its connection ends goes on from its last cursor: a client as it should be. */
export class Follower implements AsyncDisposable {
  /** Where the query asks for it: what it was told, as it came. */
  readonly updates: FollowedUpdate[] = [];
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
    private readonly query = bare,
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
      this.#socket.subscribe('1', this.query, { after: this.last });
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
      else if (update && changes.has(update.kind)) this.#take(update);
      else this.surprises.push(JSON.stringify(frame));
    }
  }

  #take(update: FollowedUpdate): void {
    const { cursor } = update;
    if (update.event !== undefined) this.updates.push(update);
    this.cursors.push(cursor);
    if (!this.arrivals.has(cursor)) this.arrivals.set(cursor, performance.now());
  }
}
