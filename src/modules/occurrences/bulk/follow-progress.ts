import { Signal } from '../../../platform/events/index.js';
import { persistently } from '../../../platform/graphql/persistently.js';
import { streamOf } from '../../../platform/graphql/stream.js';
import type { SubscriptionContext } from '../../../platform/graphql/subscription-context.js';
import { BulkChangeEntity } from './bulk-change.entity.js';

const lookEveryMs = 250;
/** Whoever waits for one that never starts is let go. */
const patienceMs = 60_000;

export interface Progress {
  readonly total: number;
  readonly changed: number;
  readonly refused: number;
  readonly finished: boolean;
}

const notYet: Progress = { total: 0, changed: 0, refused: 0, finished: false };

/** How far a change of many is: now, and whenever that has changed, until it is finished. It may be followed before it starts. */
export function followProgress(context: SubscriptionContext, id: string): AsyncIterable<Progress> {
  const { operatorId, subject } = context.caller;
  const look = async (): Promise<{ progress: Progress | null }> => {
    await using ctx = context.fresh();
    const row = await (await ctx.read()).findOne(BulkChangeEntity, { operatorId, subject, id });
    if (!row) return { progress: null };
    const { total, changed, refused, finishedAt } = row;
    return { progress: { total, changed, refused, finished: finishedAt !== null } };
  };
  return streamOf(async function* (signal) {
    let told = '';
    for (let waited = 0; waited < patienceMs && !signal.aborted; ) {
      const progress = (await persistently(signal, look))?.progress ?? notYet;
      const state = JSON.stringify(progress);
      if (state !== told) yield progress;
      told = state;
      if (progress.finished) return;
      waited = progress === notYet ? waited + lookEveryMs : 0;
      await new Signal().wait(signal, lookEveryMs);
    }
  });
}
