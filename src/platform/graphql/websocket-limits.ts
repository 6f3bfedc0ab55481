/** What one connection may take up. */
export interface SocketLimits {
  /** Until `connection_init`. */
  readonly initWaitMs: number;
  /** A ping goes out as often; whoever has not answered by the next one is gone. */
  readonly heartbeatMs: number;
  /** Whether it may go on is asked as often, though nothing happens on it. */
  readonly recheckMs: number;
  readonly largestMessage: number;
  /** More than this, not taken by the client at two heartbeats in a row, is too much. */
  readonly heldBytes: number;
  readonly subscriptions: number;
  /** How long a client has to answer a close. */
  readonly closeWaitMs: number;
}

export const socketLimits: SocketLimits = {
  initWaitMs: 10_000,
  heartbeatMs: 4_000,
  recheckMs: 2_000,
  largestMessage: 64 * 1024,
  heldBytes: 1024 * 1024,
  subscriptions: 100,
  closeWaitMs: 1_000,
};

/** Beside those of graphql-ws: why this server closes a connection. */
export const closeCodes = {
  /** It stops, or restarts: connect again, which leads elsewhere. */
  goingAway: 1001,
  /** It cannot tell who is asking, for now. */
  tryAgainLater: 1013,
  /** No token, a bad one, one that has expired or is revoked; or the operator is suspended. */
  forbidden: 4403,
  /** The client does not take what it is sent, or is gone: connect again and resume by cursor. */
  tooSlow: 4499,
  unexpected: 4500,
} as const;
