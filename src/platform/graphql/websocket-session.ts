import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Caller } from '../auth/caller.js';
import type { Identity } from '../auth/claims.js';
import { InvalidToken } from '../auth/invalid-token.js';
import type { Clock } from '../../shared/clock.js';
import type { Scheduler } from '../../shared/scheduler.js';
import { type Payer, payerOf, TooManyFailures } from '../rate-limit/index.js';
import { closeCodes, type SocketLimits } from './websocket-limits.js';

export interface SessionParts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly limits: SocketLimits;
  /** Null without a token; throws InvalidToken for a bad one. */
  readonly identify: (authorization: string | undefined) => Promise<Identity | null>;
  /** Null where the operator is unknown or suspended by now, or the token is revoked. */
  readonly authenticate: (identity: Identity, freshness: Freshness) => Promise<Caller | null>;
}

/** Before anything is told, as of now; of an idle connection as of a second ago, so that many cost little. */
type Freshness = 'now' | 'lately';

/** One connection: who it speaks for, for how long, and whether it keeps up. */
export class SocketSession {
  /** How many operations are open. */
  subscriptions = 0;
  /** Whom they are charged to; null until it is let in. */
  payer: Payer | null = null;
  readonly #socket: WebSocket;
  readonly #parts: SessionParts;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #recheck: NodeJS.Timeout;
  #identity: Identity | undefined;
  #cancelExpiry = () => {};
  #answered = true;
  #overfull = false;
  #closed = false;

  constructor(socket: WebSocket, parts: SessionParts) {
    this.#socket = socket;
    this.#parts = parts;
    // After what has arrived was read: timers come first once a process was busy for long, and answers may be waiting.
    this.#heartbeat = setInterval(() => setImmediate(() => this.#beat()), parts.limits.heartbeatMs).unref();
    this.#recheck = setInterval(() => this.#judge(), parts.limits.recheckMs).unref();
    socket.on('pong', () => (this.#answered = true));
  }

  /** Whether the token of `connection_init` lets it in; where not, it is being closed. */
  async admit(authorization: unknown): Promise<boolean> {
    try {
      const identity = await this.#parts.identify(typeof authorization === 'string' ? authorization : undefined);
      if (!identity || identity.expiresAt <= this.#parts.clock.now()) return this.#refuse();
      this.#identity = identity;
      const caller = await this.caller();
      if (!caller) return false;
      this.payer = payerOf(caller);
      if (!this.#closed) this.#cancelExpiry = this.#parts.scheduler.at(identity.expiresAt, () => this.#refuse());
      return true;
    } catch (error) {
      if (error instanceof InvalidToken) {
        this.#parts.log.info({ reason: error.message }, 'token refused');
        return this.#refuse();
      }
      if (!(error instanceof TooManyFailures)) this.#parts.log.warn({ err: error }, 'a connection cannot be judged');
      this.close(closeCodes.tryAgainLater, 'Try again later');
      return false;
    }
  }

  /** Who it speaks for, as of now; null where it may not go on, and is being closed. */
  async caller(freshness: Freshness = 'now'): Promise<Caller | null> {
    const identity = this.#identity;
    if (this.#closed || !identity) return null;
    const expired = identity.expiresAt <= this.#parts.clock.now();
    const caller = expired ? null : await this.#parts.authenticate(identity, freshness);
    if (!caller) this.#refuse();
    return this.#closed ? null : caller;
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.end();
    this.#socket.close(code, reason);
    // A client that reads nothing never answers; this frees what is held for it.
    const timer = setTimeout(() => this.#socket.terminate(), this.#parts.limits.closeWaitMs).unref();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  /** To be called once it is closed, whoever did it. */
  end(): void {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    clearInterval(this.#recheck);
    this.#cancelExpiry();
  }

  #refuse(): false {
    this.close(closeCodes.forbidden, 'Forbidden');
    return false;
  }

  #beat(): void {
    if (this.#closed) return;
    const overfull = this.#socket.bufferedAmount > this.#parts.limits.heldBytes;
    if (!this.#answered || (overfull && this.#overfull)) return this.close(closeCodes.tooSlow, 'Too slow');
    this.#overfull = overfull;
    this.#answered = false;
    this.#socket.ping();
  }

  /** An idle connection of a revoked token or a suspended operator ends too. Out of reach is no answer: it is asked again. */
  #judge(): void {
    if (this.#identity) void this.caller('lately').catch(() => undefined);
  }
}
