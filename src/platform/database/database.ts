import type { EntitySchema } from '@mikro-orm/core';
import { type EntityManager, IsolationLevel, MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { dropLostConnections } from './lost-connections.js';
import { openWithFirstStatement } from './opening.js';
import { applicationRole, bothLayers, type Tenancy } from './tenancy.js';

/** Which operator's rows a transaction may see: by its id, or, before that is known, by its slug. */
export type TenantScope = { readonly operatorId: string } | { readonly operatorSlug: string };

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly poolSize: number;
  /** true where the login of `url` would bypass row-level security: each transaction then takes the application's role. */
  readonly assumeApplicationRole: boolean;
  readonly tenancy?: Tenancy;
  readonly logQuery?: (sql: string) => void;
}

/** A read-only transaction that stays open over the resolvers of one operation, so that they agree with each other. */
export interface ReadTransaction {
  readonly em: EntityManager;
  close(): Promise<void>;
}

/** The door to PostgreSQL: nothing is read or written outside of a transaction that names its operator. */
export class Database implements AsyncDisposable {
  readonly #orm: MikroORM;
  readonly #options: DatabaseOptions;
  readonly #pool: () => Pool | undefined;

  private constructor(orm: MikroORM, options: DatabaseOptions, pool: () => Pool | undefined) {
    this.#orm = orm;
    this.#pool = pool;
    this.#options = options;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    let pool: Pool | undefined;
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: [...options.entities],
      allowGlobalContext: false,
      validateRequired: true,
      pool: { min: 0, max: options.poolSize },
      driverOptions: {
        onPoolCreated: (created: Pool) => onPoolCreated((pool = created)),
      },
      filters: {
        tenant: {
          cond: (args: { operatorId?: string }) =>
            args.operatorId === undefined ? {} : { operatorId: args.operatorId },
          entity: options.entities
            .filter((entity) => 'operatorId' in entity.meta.properties)
            .map((entity) => entity.name),
          default: true,
        },
      },
      ...(options.logQuery && { debug: ['query'], logger: options.logQuery, colors: false }),
    });
    return new Database(orm, options, () => pool);
  }

  /** One change: everything that `work` does is committed together, or nothing is. */
  async transaction<T>(scope: TenantScope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.#fork(scope).transactional((em) => work(em as EntityManager));
  }

  /** A snapshot: all that is read in it was true at one instant. */
  async read(scope: TenantScope): Promise<ReadTransaction> {
    const em = this.#fork(scope);
    await em.begin({ isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true });
    let open = true;
    return {
      em,
      close: async () => {
        if (!open) return;
        open = false;
        // Nothing is lost with it; and where the connection is, what was read was true all the same.
        await em.rollback().catch(() => undefined);
      },
    };
  }

  /** For tables that belong to no operator, such as those of jobs; of any other it sees no row. */
  unscoped() {
    return this.#orm.em.fork().getKysely<unknown>();
  }

  /** As `unscoped`, with the rows of every statement of a text that has several. */
  async executeUnscoped(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    // The pool is made for the first statement.
    if (!this.#pool()) await this.ping();
    const client = await this.#pool()!.connect();
    try {
      const results: { rows: unknown[] }[] = [await client.query(text, values)].flat();
      return { rows: results.flatMap(({ rows }) => rows) };
    } finally {
      client.release();
    }
  }

  /** Does the server answer? For readiness; reads no row. */
  async ping(): Promise<void> {
    await this.#orm.em.fork().execute('select 1');
  }

  /** What time it is for all who use the same database. */
  async present(): Promise<Date> {
    const { rows } = await this.executeUnscoped(`select date_trunc('milliseconds', clock_timestamp()) as present`);
    return new Date((rows[0] as { present: string }).present);
  }

  async close(): Promise<void> {
    await this.#orm.close(true);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #fork(scope: TenantScope): EntityManager {
    const { applicationFilter, rowLevelSecurity } = this.#options.tenancy ?? bothLayers;
    const byId = 'operatorId' in scope;
    const em = this.#orm.em.fork({
      clear: true,
      session: {
        variables: byId ? { 'app.operator': scope.operatorId } : { 'app.operator_slug': scope.operatorSlug },
        ...(this.#options.assumeApplicationRole && rowLevelSecurity && { role: applicationRole }),
      },
    });
    em.setFilterParams('tenant', applicationFilter && byId ? { operatorId: scope.operatorId } : {});
    return em;
  }
}

function onPoolCreated(pool: Pool): void {
  dropLostConnections(pool);
  openWithFirstStatement(pool);
}
