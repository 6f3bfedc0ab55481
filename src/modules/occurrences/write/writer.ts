import type { EntityManager } from '@mikro-orm/postgresql';
import type { Bus } from '../../../platform/events/bus.js';
import { encodePosition, positionOf } from '../../../platform/events/cursor.js';
import { type StoredEvent, StoredEventEntity } from '../../../platform/events/event.entity.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { problem, type Result } from '../../../shared/problem.js';
import type { Outcome } from '../decide.js';
import { columnsOf } from '../occurrence-row.js';
import type { OccurrenceRow } from '../occurrence.entity.js';
import { type Held, hold } from './held.js';
import { record } from './record.js';
import type { Reaction } from './recorded.js';
import { Refused } from './refused.js';
import type { Written } from './written.js';

export interface WriterParts {
  readonly bus: Bus;
  /** In the order in which they run. */
  readonly reactions: readonly Reaction[];
}

/** A decision, and the row that is added where it is a change; or what the same attempt did before. */
export type Decision<Child> =
  | {
      readonly outcome: Result<Outcome>;
      readonly child?: () => Child;
      /** What is answered where nothing changes. */
      readonly same?: Child | null;
      readonly repeated?: undefined;
    }
  | { readonly repeated: { readonly child: Child; readonly event: StoredEvent } };

/** What a transaction leaves to do after its commit. */
export interface Committed<Child> {
  readonly occurrence: OccurrenceRow | null;
  readonly event: StoredEvent;
  readonly child: Child | null;
  /** The channels of the bus to wake, besides that of the log; none unless given. */
  readonly wakes?: readonly string[];
}

/** The way of every change: one transaction, whose last statement is the event; then the bus is woken. */
export class Writer {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  get reactions(): readonly Reaction[] {
    return this.#parts.reactions;
  }

  /** Runs a transaction; what throws `Refused` in it is rolled back and answered. */
  async write<Child>(
    ctx: RequestContext,
    work: (em: EntityManager) => Promise<Committed<Child>>,
  ): Promise<Written<Child>> {
    try {
      const { occurrence, event, child, wakes = [] } = await ctx.write(work);
      for (const channel of [event.operatorId, ...wakes]) this.#parts.bus.wake(channel);
      return { occurrence, cursor: encodePosition(positionOf(event)), problems: [], child };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { occurrence: error.occurrence, cursor: null, problems: error.problems, child: null };
    }
  }

  /** A change of an occurrence that exists: nobody else changes it, nor its configuration, between decision and commit. */
  async change<Child = null>(
    ctx: RequestContext,
    id: string,
    decide: (held: Held) => Promise<Decision<Child>>,
  ): Promise<Written<Child>> {
    return this.write(ctx, async (em) => {
      const held = await hold(em, ctx, id);
      if (!held) throw new Refused([problem('NOT_FOUND', 'There is no such occurrence.', ['id'])]);
      const { row } = held;
      const occurrence = held.visible ? row : null;
      const decision = await decide(held);
      if (decision.repeated) return { occurrence, ...decision.repeated };
      const { outcome, child, same = null } = decision;
      if (!outcome.ok) throw new Refused(outcome.problems, occurrence);
      const change = outcome.value;
      if (!change.changed) return { occurrence, event: await latestEvent(held), child: same };
      const made = child?.() ?? null;
      const changed = { ...row, ...columnsOf(change.state) };
      const { operatorId, state, type, catalogue, actor, now } = held;
      const about = { operatorId, before: state, occurrence: changed, type, catalogue, actor, now };
      const recorded = await record(em, { ...about, change }, this.#parts.reactions);
      return { occurrence: held.visible ? changed : null, ...recorded, child: made };
    });
  }
}

const latestEvent = ({ em, row }: Held): Promise<StoredEvent> =>
  em.findOneOrFail(StoredEventEntity, { operatorId: row.operatorId, occurrenceId: row.id, version: row.version });
