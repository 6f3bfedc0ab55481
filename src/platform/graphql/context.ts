import DataLoader from 'dataloader';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../auth/caller.js';
import type { Database, ReadTransaction } from '../database/database.js';
import type { Clock } from '../../shared/clock.js';
import type { Payer } from '../rate-limit/index.js';
import { unauthenticated } from './errors.js';

export interface ContextParts {
  readonly database: Database;
  readonly clock: Clock;
  /** null where no token came along. */
  readonly caller: Caller | null;
  /** Nobody, unless given. */
  readonly payer?: Payer;
}

/**
 * What one operation, or one event that is delivered, works with. Its reads share one snapshot, opened at the first of
 * them; a change ends it, so that what is read afterwards sees the change. Whoever makes a context closes it.
 */
export class RequestContext implements AsyncDisposable {
  readonly clock: Clock;
  /** Whom the operation is charged to. */
  readonly payer: Payer | null;
  // Not `#`: Apollo hands resolvers a copy of the context, and a copy has no such fields.
  private readonly database: Database;
  private readonly knownCaller: Caller | null;
  private reading: Promise<ReadTransaction> | undefined;
  private kept = new Map<symbol, unknown>();
  private foreknown = new Map<symbol, unknown>();
  private closed = false;

  constructor(parts: ContextParts) {
    this.database = parts.database;
    this.knownCaller = parts.caller;
    this.clock = parts.clock;
    this.payer = parts.payer ?? null;
  }

  /** Throws UNAUTHENTICATED where there is none. */
  get caller(): Caller {
    if (!this.knownCaller) throw unauthenticated();
    return this.knownCaller;
  }

  get isAuthenticated(): boolean {
    return this.knownCaller !== null;
  }

  /** The snapshot that this operation reads from. */
  async read(): Promise<EntityManager> {
    // An error elsewhere answers before all fields have ended; a snapshot that one of them opens then would stay open.
    if (this.closed) throw new Error('the operation has ended');
    this.reading ??= this.open();
    return (await this.reading).em;
  }

  /** One change, in one transaction. */
  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    await this.release();
    return this.database.transaction({ operatorId: this.caller.operatorId }, work);
  }

  /** Computed once and kept until the next change: loaders, the catalogue, the viewer. Use `contextValue`. */
  keep<T>(key: symbol, make: () => T): T {
    if (this.foreknown.has(key)) return this.foreknown.get(key) as T;
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }

  /** What a change has found, and need not be read again to answer it: until a snapshot is opened, which may be of later. */
  foretell(key: symbol, value: unknown): void {
    this.foreknown.set(key, value);
  }

  /** Ends the operation: nothing is read through this context any more. */
  close(): Promise<void> {
    this.closed = true;
    return this.release();
  }

  /** Lets go of the snapshot, such as before something slow: what is read afterwards is of another moment. */
  async release(): Promise<void> {
    const reading = this.reading;
    this.reading = undefined;
    this.kept = new Map();
    this.foreknown = new Map();
    // One that could not be opened has said so where it was asked for.
    await (await reading?.catch(() => undefined))?.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private open(): Promise<ReadTransaction> {
    this.foreknown = new Map();
    return this.database.read({ operatorId: this.caller.operatorId });
  }
}

/** A value that is made at most once for each context: `const viewerOf = contextValue((ctx) => loadViewer(ctx))`. */
export function contextValue<T>(make: (ctx: RequestContext) => T): ContextValue<T> {
  const key = Symbol();
  const valueOf = (ctx: RequestContext) => ctx.keep(key, () => make(ctx));
  return Object.assign(valueOf, { foretell: (ctx: RequestContext, value: T) => ctx.foretell(key, value) });
}

export interface ContextValue<T> {
  (ctx: RequestContext): T;
  /** It is known from a change: see `RequestContext.foretell`. */
  foretell(ctx: RequestContext, value: T): void;
}

/** A loader that collects the keys of one tick into one statement: `batch` answers in the order of its keys. */
export function contextLoader<K, V>(
  batch: (ctx: RequestContext, keys: readonly K[]) => Promise<readonly V[]>,
): (ctx: RequestContext) => DataLoader<K, V> {
  return contextValue((ctx) => new DataLoader<K, V>((keys) => batch(ctx, keys)));
}

/** Loads by id through `find`, which may answer in any order and leave out what is not there. */
export function contextLoaderById<V extends { id: string }>(
  find: (em: EntityManager, ids: string[], operatorId: string) => Promise<V[]>,
): (ctx: RequestContext) => DataLoader<string, V | null> {
  return contextLoader(async (ctx, ids) => {
    const found = new Map(
      (await find(await ctx.read(), [...ids], ctx.caller.operatorId)).map((value) => [value.id, value]),
    );
    return ids.map((id) => found.get(id) ?? null);
  });
}
