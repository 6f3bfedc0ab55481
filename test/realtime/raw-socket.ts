import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: any;
}

/** A WebSocket that sends what a well-behaved client never would. */
export class RawSocket implements AsyncDisposable {
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly frames: Frame[] = [];
  #taken = 0;
  #arrived = Promise.withResolvers<void>();

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
    // A connection that breaks is closed, with 1006.
    socket.on('error', () => undefined);
    socket.on('message', (message: Buffer) => {
      this.frames.push(JSON.parse(message.toString()) as Frame);
      this.#arrived.resolve();
      this.#arrived = Promise.withResolvers();
    });
  }

  static async open(
    url: string,
    protocol = 'graphql-transport-ws',
    headers: Record<string, string> = {},
  ): Promise<RawSocket> {
    const raw = new RawSocket(new WebSocket(url.replace('http', 'ws'), protocol, { headers }));
    await once(raw.socket, 'open');
    return raw;
  }

  /** Open and past `connection_init`. */
  static async admitted(url: string, token: string): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await raw.next();
    return raw;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  /** The next frame that nobody has taken yet. */
  async next(): Promise<Frame> {
    while (this.frames.length === this.#taken) {
      await Promise.race([this.#arrived.promise, this.closed]);
      if (this.frames.length === this.#taken && this.socket.readyState === WebSocket.CLOSED) {
        throw new Error(`closed: ${JSON.stringify(await this.closed)}`);
      }
    }
    return this.frames[this.#taken++]!;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}
