import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, GraphQLError, GraphQLFormattedError } from 'graphql';
import { handleProtocols, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Identity } from '../auth/claims.js';
import type { Metrics } from '../observability/metrics.js';
import { type CallerAddress, connectionAddress } from '../http/caller-address.js';
import { errorFormatter } from './error-format.js';
import { SharedExecutions } from './shared-execution.js';
import { type Payer, type RateLimits, refusalOf } from '../rate-limit/index.js';
import { costOf } from './limits/index.js';
import { type DeliveryParts, openStream } from './websocket-delivery.js';
import { closeCodes, type SocketLimits, socketLimits } from './websocket-limits.js';
import { OperationGate, type OperationRules } from './websocket-operation.js';
import { type SessionParts, SocketSession } from './websocket-session.js';
import { rateLimited } from './errors.js';

export interface WebSocketOptions
  extends OperationRules, Omit<DeliveryParts, 'executions'>, Omit<SessionParts, 'limits' | 'identify'> {
  readonly path: string;
  /** How many events are executed at the same time. */
  readonly deliveriesAtOnce: number;
  readonly metrics: Pick<Metrics, 'sockets' | 'subscriptions' | 'heldBytes'>;
  readonly limits?: Partial<SocketLimits>;
  /** None, unless given. */
  readonly rateLimits?: Pick<RateLimits, 'charge'>;
  /** By the connection, unless given. */
  readonly addressOf?: CallerAddress;
  /** Null without a token; throws InvalidToken for a bad one, TooManyFailures after many from that address. */
  readonly identify: (authorization: string | undefined, address: string) => Promise<Identity | null>;
}

interface Extra {
  readonly session: SocketSession;
}

/** GraphQL over WebSocket: `graphql-transport-ws` alone, and subscriptions alone. */
export class GraphQLWebSocketServer {
  readonly #options: WebSocketOptions;
  readonly #limits: SocketLimits;
  readonly #sockets: WebSocketServer;
  readonly #protocol: ProtocolServer<Extra>;
  readonly #sessions = new Set<SocketSession>();
  #closing = false;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#limits = { ...socketLimits, ...options.limits };
    this.#sockets = new WebSocketServer({
      noServer: true,
      handleProtocols,
      maxPayload: this.#limits.largestMessage,
      perMessageDeflate: false,
      // One message of a socket a turn of the loop: by default thousands that came at once would hold up everybody else.
      allowSynchronousEvents: false,
    });
    this.#protocol = this.#createProtocol();
    const { clients } = this.#sockets;
    options.metrics.heldBytes(() => [...clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0));
  }

  /** Takes the upgrades of a server: those to another path are refused. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Tells every client to connect elsewhere, and waits until all are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    const gone = [...this.#sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const session of this.#sessions) session.close(closeCodes.goingAway, 'Going away');
    await Promise.all(gone);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = request.url?.split('?', 1)[0];
    if (this.#closing) return refuse(socket, '503 Service Unavailable');
    if (path !== this.#options.path) return refuse(socket, '404 Not Found');
    const { addressOf = connectionAddress } = this.#options;
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#opened(opened, addressOf(request)));
  }

  #opened(socket: WebSocket, address: string): void {
    const { log, metrics } = this.#options;
    const session = new SocketSession(socket, {
      ...this.#options,
      limits: this.#limits,
      identify: (authorization) => this.#options.identify(authorization, address),
    });
    this.#sessions.add(session);
    metrics.sockets.inc();
    // Broken frames and messages that are too large: the socket closes by itself, with the code for it.
    socket.on('error', (error) => log.debug({ err: error }, 'broken WebSocket'));
    const onClose = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => this.#send(socket, text),
        close: (code = closeCodes.unexpected, reason = '') => session.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (message: Buffer) => {
            take(message.toString()).catch((error: unknown) => {
              log.error({ err: error }, 'unexpected error of a WebSocket');
              session.close(closeCodes.unexpected, 'Internal server error');
            });
          }),
      },
      { session },
    );
    socket.once('close', (code, reason) => {
      session.end();
      this.#sessions.delete(session);
      metrics.sockets.dec();
      void onClose(code, reason.toString());
    });
  }

  /** Done once the message has left the process: until then its subscription takes no further event. */
  #send(socket: WebSocket, text: string): Promise<void> {
    return new Promise((resolve) => {
      if (socket.readyState !== WebSocket.OPEN) return resolve();
      // Nothing is read from a client that takes nothing, so that answers to it cannot pile up.
      const full = socket.bufferedAmount > this.#limits.heldBytes;
      if (full) socket.pause();
      socket.send(text, () => {
        if (full) socket.resume();
        resolve();
      });
    });
  }

  /** A subscription is paid for when it is opened; what it delivers is free. What is malformed costs one. */
  async #charge(args: ExecutionArgs | null, payer: Payer | null): Promise<GraphQLError | null> {
    const { rateLimits } = this.#options;
    if (!rateLimits || !payer) return null;
    const balance = await rateLimits.charge(payer, args ? costOf({ ...args, variables: args.variableValues }) : 0);
    return balance && !balance.granted ? refusalOf(balance) : null;
  }

  #createProtocol(): ProtocolServer<Extra> {
    const { metrics, log } = this.#options;
    const delivery: DeliveryParts = {
      ...this.#options,
      executions: new SharedExecutions(this.#options.deliveriesAtOnce),
    };
    const gate = new OperationGate(this.#options);
    const formatError = errorFormatter(log);
    const format = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
      errors.map((error) => {
        const formatted = formatError(error.toJSON(), error);
        // The HTTP status that goes with an error is for HTTP.
        const { http: _, ...extensions } = formatted.extensions ?? {};
        return { ...formatted, extensions };
      });
    return makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: this.#limits.initWaitMs,
      onConnect: ({ connectionParams, extra }) => extra.session.admit(connectionParams?.authorization),
      onSubscribe: async ({ extra: { session } }, _id, payload) => {
        if (session.subscriptions >= this.#limits.subscriptions) {
          return [rateLimited(`A connection takes ${this.#limits.subscriptions} subscriptions at the most.`)];
        }
        const prepared = gate.prepare(payload);
        if (!('document' in prepared)) {
          const refusal = await this.#charge(null, session.payer);
          return refusal ? [refusal] : prepared;
        }
        // Before waiting, so that it counts for those that come meanwhile.
        session.subscriptions += 1;
        const refusal = await this.#charge(prepared, session.payer);
        if (refusal) {
          session.subscriptions -= 1;
          return [refusal];
        }
        metrics.subscriptions.inc();
        return { ...prepared, contextValue: session };
      },
      subscribe: async (args: ExecutionArgs) => {
        const session = args.contextValue as SocketSession;
        return openStream(args, session, delivery, () => {
          session.subscriptions -= 1;
          metrics.subscriptions.dec();
        });
      },
      onNext: (_context, _id, _payload, _args, result) => {
        if (!result.errors) return;
        return { ...result, errors: format(result.errors as readonly GraphQLError[]) };
      },
      onError: (_context, _id, _payload, errors) => format(errors),
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
