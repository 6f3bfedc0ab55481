import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { forbidden } from '../../platform/graphql/errors.js';
import type { Problem } from '../../shared/problem.js';
import { type Catalogue, catalogueHeld, lockConfiguration } from '../workflow/index.js';
import { actorOf, askerOf } from './asker.js';
import { decideClaim } from './decide.js';
import { columnsOf } from './occurrence-row.js';
import { mayStartAttendance } from './policy.js';
import { entryCountsOf } from './write/entry-counts.js';
import { type Held, hold } from './write/held.js';
import { record } from './write/record.js';
import { Refused } from './write/refused.js';
import type { Writer } from './write/writer.js';
import type { Written } from './write/written.js';

/** Where an attendant takes the next one from. */
export interface Queue {
  /**
   * The next one that nobody has and nobody else is taking, locked, by its id; null: there is none. `refused` are the types
   * of those that it named before and that the attendant may not take.
   */
  next(refused: ReadonlySet<string>): Promise<string | null>;
}

/** Opens the queue within the transaction of the claim, whose attendant it may lock; throws `Refused` where there is none. */
export type OpenQueue = (em: EntityManager, catalogue: Catalogue, attendantId: string) => Promise<Queue>;

/** Starts attendance of the next one in a queue; with nothing in it there is no occurrence and no problem. */
export const claim = (writer: Writer, ctx: RequestContext, openQueue: OpenQueue): Promise<Written> =>
  writer.write(ctx, async (em) => {
    const { attendantId } = actorOf(ctx.caller);
    if (!mayStartAttendance(askerOf(ctx.caller)) || attendantId === null) throw forbidden();
    await lockConfiguration(em, ctx.caller.operatorId, 'shared');
    const queue = await openQueue(em, await catalogueHeld(em, ctx), attendantId);
    const refused = new Set<string>();
    let problems: readonly Problem[] = [];
    for (;;) {
      const id = await queue.next(refused);
      const held = id === null ? null : await hold(em, ctx, id);
      // Nothing was written: the way of a refusal ends the transaction, whether or not there is anything to mend.
      if (!held) throw new Refused(problems);
      const taken = await take(held, attendantId);
      if (taken.ok) return commit(held, taken.value, writer);
      // One that cannot be taken keeps nobody from those of other types.
      refused.add(held.type.id);
      problems = [...problems, ...taken.problems];
    }
  });

const take = async (held: Held, attendantId: string) =>
  decideClaim({ ...held, attendantId, roles: held.actor.roles, entries: await entryCountsOf(held) });

async function commit(
  held: Held,
  change: Extract<ReturnType<typeof decideClaim>, { ok: true }>['value'],
  writer: Writer,
) {
  const { em, operatorId, row, state: before, type, catalogue, actor, now, visible } = held;
  const occurrence = { ...row, ...columnsOf(change.state) };
  const about = { operatorId, before, occurrence, type, catalogue, actor, now };
  const recorded = await record(em, { ...about, change }, writer.reactions);
  return { occurrence: visible ? occurrence : null, ...recorded, child: null };
}
