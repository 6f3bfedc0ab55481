import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../../platform/graphql/context.js';
import { problem, type Problem } from '../../../shared/problem.js';
import { BulkChangeEntity } from './bulk-change.entity.js';

export const progressIdShape = /^[\w.:-]{1,64}$/;
const path = ['input', 'progressId'];
/** One that has not moved for so long was cut off, and its id can be used again. */
const abandonedAfter = '10 minutes';
const keptFor = '1 day';
/** How many items apart it is written down. */
const step = 5;

/** What a change of many has come to, written down for those who watch; nothing where nobody can. */
export interface BulkProgress {
  /** Answers with what stands in the way. */
  start(total: number): Promise<Problem | null>;
  count(changed: boolean): Promise<void>;
  finish(): Promise<void>;
}

export const unwatched: BulkProgress = {
  start: () => Promise.resolve(null),
  count: () => Promise.resolve(),
  finish: () => Promise.resolve(),
};

export function watched(ctx: RequestContext, id: string): BulkProgress {
  const { operatorId, subject } = ctx.caller;
  const key = [operatorId, subject, id];
  let changed = 0;
  let refused = 0;
  const write = (finished: boolean) =>
    ctx.write((em) =>
      em.nativeUpdate(
        BulkChangeEntity,
        { operatorId, subject, id },
        { changed, refused, ...(finished && { finishedAt: ctx.clock.now() }) },
      ),
    );
  return {
    async start(total) {
      if (!progressIdShape.test(id)) return problem('INVALID', 'It is 1 to 64 letters, digits and _ . : -.', path);
      const started = await ctx.write((em) => begin(em, key, total, ctx.clock.now()));
      return started ? null : problem('TAKEN', 'A change of that id is under way.', path);
    },
    async count(done) {
      if (done) changed += 1;
      else refused += 1;
      if ((changed + refused) % step === 0) await write(false);
    },
    async finish() {
      await write(true);
    },
  };
}

async function begin(em: EntityManager, key: readonly string[], total: number, now: Date): Promise<boolean> {
  const [operatorId, subject] = key;
  await em.execute(
    `delete from bulk_change where operator_id = ? and subject = ? and started_at < ?::timestamptz - interval '${keptFor}'`,
    [operatorId, subject, now.toISOString()],
  );
  const started = await em.execute<unknown[]>(
    `insert into bulk_change as there (operator_id, subject, id, total, changed, refused, started_at)
     values (?, ?, ?, ?, 0, 0, ?)
     on conflict (operator_id, subject, id) do update
       set total = excluded.total, changed = 0, refused = 0, started_at = excluded.started_at, finished_at = null
       where there.finished_at is not null or there.started_at < excluded.started_at - interval '${abandonedAfter}'
     returning id`,
    [...key, total, now.toISOString()],
  );
  return started.length > 0;
}
