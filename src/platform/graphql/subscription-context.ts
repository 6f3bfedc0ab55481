import type { Lease } from '../events/shared.js';
import type { LogTail } from '../events/tail.js';
import type { LogTails } from '../events/tails.js';
import type { Leases } from '../leases/index.js';
import { type ContextParts, RequestContext } from './context.js';

export interface SubscriptionParts extends ContextParts {
  readonly tails: LogTails;
  readonly leases: Leases;
}

/** What a subscription is opened with. Its snapshot ends once it is open; every event is delivered with another. */
export class SubscriptionContext extends RequestContext {
  readonly #parts: SubscriptionParts;

  constructor(parts: SubscriptionParts) {
    super(parts);
    this.#parts = parts;
  }

  /** The log of the caller's operator, as this process follows it; to be given back when the stream ends. */
  tail(): Lease<LogTail> {
    return this.#parts.tails.lease(this.caller.operatorId);
  }

  /** What is held for as long as somebody is there. */
  get leases(): Leases {
    return this.#parts.leases;
  }

  /** Calls back when that channel of the bus is woken, until the answer is called. A wake-up may be lost: look slowly, too. */
  listen(channel: string, onWake: () => void): () => void {
    return this.#parts.tails.listen(channel, onWake);
  }

  /** The same caller, with a snapshot of its own. */
  fresh(): RequestContext {
    return new RequestContext(this.#parts);
  }
}

/** The context that `subscribe` functions are called with: streams are served over WebSocket alone, which makes it. */
export function subscriptionContext(context: RequestContext): SubscriptionContext {
  if (context instanceof SubscriptionContext) return context;
  throw new Error('a stream was opened outside of a subscription');
}
