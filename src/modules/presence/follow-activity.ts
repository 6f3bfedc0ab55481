import { randomUUID } from 'node:crypto';
import { streamNotFound } from '../../platform/graphql/errors.js';
import { persistently } from '../../platform/graphql/persistently.js';
import { streamOf } from '../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../platform/graphql/subscription-context.js';
import { mayFollow } from '../occurrences/index.js';
import { activityKey, canBePresent } from './activity-key.js';
import { ActivityWatch } from './activity-watch.js';
import { holderOf, type Present, shownTo } from './present.js';

/** Who is at an occurrence: now, and whenever it has become others, as far as the caller is shown it. Meanwhile they look, too. */
export async function followActivity(
  context: SubscriptionContext,
  occurrenceId: string,
): Promise<AsyncIterable<Present>> {
  const { caller, leases } = context;
  if (!(await mayFollow(context, occurrenceId))) throw streamNotFound();
  const key = activityKey(caller.operatorId, occurrenceId);
  const holder = canBePresent(caller) ? holderOf('looks', caller, randomUUID()) : null;
  // To staff an occurrence stays visible; to a member it may become hidden, and visible again.
  const isVisible = async (): Promise<boolean> => {
    if (caller.kind !== 'BENEFICIARY') return true;
    await using ctx = context.fresh();
    return await mayFollow(ctx, occurrenceId);
  };

  return streamOf(async function* (signal) {
    using tail = context.tail();
    using shared = tail.value.shared.lease(key, () => new ActivityWatch(leases, key));
    const watch = shared.value as ActivityWatch;
    try {
      if (holder !== null) await watch.enter(holder);
      let told = '';
      for (let seen: Present | undefined; ; ) {
        const present = await watch.next(seen, signal);
        if (!present) return;
        seen = present;
        const shown = shownTo(caller, present);
        const text = JSON.stringify(shown);
        if (text === told || !(await persistently(signal, isVisible))) continue;
        told = text;
        yield shown;
      }
    } finally {
      if (holder !== null) await watch.leave(holder);
    }
  });
}
