import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

export type Answering = (received: Received, response: ServerResponse) => void;

const accept: Answering = (_received, response) => void response.writeHead(204).end();

/** A receiver of hooks on loopback; it accepts everything, unless it is told how to answer. */
export class Receiver implements AsyncDisposable {
  /** What was sent, in order. */
  readonly received: Received[] = [];
  answer: Answering = accept;
  /** How often somebody has connected. */
  connections = 0;
  readonly #server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        const received = { headers: request.headers, body, path: request.url ?? '' };
        this.received.push(received);
        this.answer(received, response);
      },
      () => undefined,
    );
  });

  private constructor() {
    this.#server.on('connection', () => (this.connections += 1));
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  /** As after a start. */
  reset(): void {
    this.received.length = 0;
    this.connections = 0;
    this.answer = accept;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
