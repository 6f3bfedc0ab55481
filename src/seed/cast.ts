import type { Identity } from '../platform/auth/claims.js';
import type { Scope } from '../platform/auth/permissions.js';
import type { Database } from '../platform/database/database.js';
import { RequestContext } from '../platform/graphql/context.js';
import type { Authenticator } from '../modules/people/index.js';
import { upsertBeneficiary } from '../modules/people/index.js';
import type { OperatorContent } from './demo/content.js';
import { done } from './done.js';

export interface CastParts {
  readonly database: Database;
  readonly authenticate: Authenticator;
}

/** The people of an operator's content: what the seed does, it does as one of them, at a time of its own. */
export class Cast {
  readonly #content: OperatorContent;
  readonly #parts: CastParts;

  constructor(content: OperatorContent, parts: CastParts) {
    this.#content = content;
    this.#parts = parts;
  }

  /** A context of that person at that instant; the caller disposes it. */
  async as(subject: string, at: Date): Promise<RequestContext> {
    const caller = await this.#parts.authenticate(this.#identity(subject, at));
    if (!caller) throw new Error(`The seed cannot act as ${subject}`);
    return new RequestContext({ database: this.#parts.database, clock: { now: () => at }, caller });
  }

  /** The first of the role. */
  configurator(at: Date): Promise<RequestContext> {
    const { subject } = this.#content.staff.find(({ role }) => role === 'CONFIGURATOR')!;
    return this.as(subject, at);
  }

  /** Makes everybody known: members by the operator's own data, then all by signing in. Answers with members' ids. */
  async introduce(at: Date): Promise<ReadonlyMap<string, string>> {
    await using configurator = await this.configurator(at);
    for (const { subject: _, ...member } of this.#content.beneficiaries) {
      done(await upsertBeneficiary(configurator, member));
    }
    for (const { subject } of this.#content.staff) {
      await using _ = await this.as(subject, at);
    }
    const ids = new Map<string, string>();
    for (const { subject } of this.#content.beneficiaries) {
      await using context = await this.as(subject, at);
      ids.set(subject, context.caller.personId);
    }
    return ids;
  }

  #identity(subject: string, at: Date): Identity {
    const { slug, staff, beneficiaries } = this.#content;
    const base = { operatorSlug: slug, subject, expiresAt: new Date(at.getTime() + 3_600_000) };
    const member = beneficiaries.find((person) => person.subject === subject);
    if (member) {
      const { name, membershipNumber } = member;
      return { ...base, name, roles: ['BENEFICIARY'], scopes: [], claims: { membershipNumber } };
    }
    const worker = staff.find((person) => person.subject === subject);
    if (!worker) throw new Error(`Nobody is called ${subject}`);
    return { ...base, name: worker.name, roles: [worker.role], scopes: (worker.scopes ?? []) as Scope[], claims: {} };
  }
}
