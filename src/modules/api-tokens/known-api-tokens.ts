import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { type Scope, scopes } from '../../platform/auth/permissions.js';
import type { Database } from '../../platform/database/database.js';
import type { Clock } from '../../shared/clock.js';
import { Latest } from '../../shared/latest.js';
import { findOperatorBySlug } from '../operators/index.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { LastUse } from './last-use.js';

/** A token that was not revoked when it was looked at. */
export interface KnownApiToken {
  readonly operatorId: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
}

/** As of now, or of a second ago at the most. */
export type Freshness = 'now' | 'lately';

const latelyMs = 1_000;
const remembered = 10_000;

/** Tokens by their digest, as the database has them. */
export class KnownApiTokens {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #lastUse: LastUse;
  readonly #known = new Map<string, Latest<KnownApiToken | null>>();

  constructor(parts: { readonly database: Database; readonly clock: Clock; readonly log: Logger }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#lastUse = new LastUse(parts);
  }

  /** Null where there is none, or it is revoked. What is found counts as used. */
  async find(operatorSlug: string, digest: string, freshness: Freshness): Promise<KnownApiToken | null> {
    const latest = this.#known.get(digest) ?? this.#remember(operatorSlug, digest);
    const token = await (freshness === 'now' ? latest.now() : latest.within(latelyMs));
    if (token) this.#lastUse.note(token);
    // Guesses take up no room.
    else if (this.#known.get(digest) === latest) this.#known.delete(digest);
    return token;
  }

  /** What is known of it is out of date. */
  forget(digest: string): void {
    this.#known.delete(digest);
  }

  /** Once nothing is under way that nobody waits for. */
  settled(): Promise<void> {
    return this.#lastUse.settled();
  }

  #remember(operatorSlug: string, digest: string): Latest<KnownApiToken | null> {
    let operatorId: string | undefined;
    const latest = new Latest(async () => {
      operatorId ??= await this.#operatorId(operatorSlug);
      return operatorId === undefined ? null : this.#read(operatorId, digest);
    }, this.#clock);
    if (this.#known.size >= remembered) this.#known.clear();
    this.#known.set(digest, latest);
    return latest;
  }

  #operatorId(operatorSlug: string): Promise<string | undefined> {
    return this.#database.transaction({ operatorSlug }, async (em) => (await findOperatorBySlug(em, operatorSlug))?.id);
  }

  #read(operatorId: string, digest: string): Promise<KnownApiToken | null> {
    return this.#database.transaction({ operatorId }, async (em: EntityManager) => {
      const row = await em.findOne(ApiTokenEntity, { operatorId, digest, revokedAt: null });
      return (
        row && {
          operatorId,
          id: row.id,
          name: row.name,
          // One that the product no longer has grants nothing.
          scopes: scopes.filter((scope) => row.scopes.includes(scope)),
          expiresAt: row.expiresAt,
        }
      );
    });
  }
}
