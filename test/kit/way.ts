import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut, so that it looks as if the server were gone, and that may lead to another one then. */
export interface Way extends AsyncDisposable {
  /** The target's address, with the port of the way. */
  readonly url: string;
  cut(): Promise<void>;
  /** Opens it again; to another target where one is given. */
  mend(to?: URL): Promise<void>;
}

export async function wayTo(first: URL): Promise<Way> {
  let target = first;
  const sockets = new Set<Socket>();
  const gate = createServer((socket) => {
    const beyond = connect(Number(target.port), target.hostname);
    for (const [end, other] of [
      [socket, beyond],
      [beyond, socket],
    ] as const) {
      sockets.add(end);
      // What the server has said last still arrives.
      end.on('error', () => undefined).on('close', () => sockets.delete(end) && other.destroySoon());
    }
    socket.pipe(beyond).pipe(socket);
  });
  const open = (port: number) => new Promise<void>((resolve) => gate.listen(port, '127.0.0.1', resolve));
  await open(0);
  const { port } = gate.address() as AddressInfo;
  const cut = async () => {
    const closed = new Promise((resolve) => gate.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const url = new URL(first);
  url.host = `127.0.0.1:${port}`;
  const mend = (to = target) => {
    target = to;
    return open(port);
  };
  return { url: url.href, cut, mend, [Symbol.asyncDispose]: cut };
}
