import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const probedEveryMs = 50;

/** Hands connections in turn to those servers whose /readyz says that traffic should come. */
export class Balancer implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #ready = new Set<string>();
  readonly #probing: Promise<unknown>;
  #turn = 0;
  #ended = false;

  private constructor(servers: readonly string[]) {
    this.#server = createServer((client) => this.#hand(client));
    this.#probing = Promise.all(servers.map((server) => this.#probe(server)));
  }

  static async start(servers: readonly string[]): Promise<Balancer> {
    const balancer = new Balancer(servers);
    balancer.#server.listen(0, '127.0.0.1');
    await once(balancer.#server, 'listening');
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many of them traffic goes to. */
  get ready(): number {
    return this.#ready.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    await this.#probing;
    const closed = once(this.#server.close(), 'close');
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #probe(server: string): Promise<void> {
    while (!this.#ended) {
      const answer = await fetch(`${server}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (answer?.ok) this.#ready.add(server);
      else this.#ready.delete(server);
      await answer?.arrayBuffer();
      await pause(probedEveryMs);
    }
  }

  /** Passes everything on, and an end as an end. */
  #hand(client: Socket): void {
    const servers = [...this.#ready];
    const target = servers[this.#turn++ % servers.length];
    if (target === undefined) return void client.destroy();
    const { hostname, port } = new URL(target);
    const server = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      socket.pipe(other);
    }
  }
}
