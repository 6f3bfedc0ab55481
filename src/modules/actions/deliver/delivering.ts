import type { Logger } from 'pino';
import type { Database } from '../../../platform/database/database.js';
import type { Bus } from '../../../platform/events/bus.js';
import type { Job, JobQueue } from '../../../platform/jobs/index.js';
import type { Metrics } from '../../../platform/observability/metrics.js';
import type { Clock } from '../../../shared/clock.js';
import type { Channels } from '../channels/channel.js';
import { hookLane } from '../channels/lane.js';
import { type PauseRules, pauseRules } from '../hook-targets/pause.js';
import { attempt } from './attempt.js';
import { deliveryWakes, hastenLane } from './enqueue.js';
import { settle } from './settle.js';
import { takeUp } from './take-up.js';

export interface DeliveringParts {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly channels: Channels;
  readonly links: { readonly publicUrl: string };
  /** How long after each attempt that failed the next is made; the product's own, unless given. */
  readonly retryDelaysMs?: readonly number[] | undefined;
  readonly metrics?: Pick<Metrics, 'deliveryAttempts'> | undefined;
  /** When hosts that fail are paused; the product's own rules, unless given. */
  readonly pauses?: PauseRules | undefined;
}

/** So many deliveries of one operator in one direction are under way at once, over all processes. */
const sameWayAtOnce = 10;

/** Starts to send what waits; answers with the way to stop. */
export function deliver(parts: DeliveringParts): () => Promise<void> {
  const { jobs, bus } = parts;
  const stop = jobs.work({ queue: 'delivery', groupConcurrency: sameWayAtOnce, handle: (job) => handle(parts, job) });
  const unlisten = bus.listen(deliveryWakes, () => jobs.wake());
  return async () => {
    unlisten();
    await stop();
  };
}

/** One turn: what is to be sent is read and committed, then it is sent, then how it ended is committed. */
async function handle(parts: DeliveringParts, job: Job): Promise<void> {
  const { database, clock, channels, links, pauses = pauseRules } = parts;
  const { operatorId = '', deliveryId = '', lane } = job.content;
  const startedAt = clock.now();
  const turn = await database.transaction({ operatorId }, async (em) => {
    const { publicUrl } = links;
    const found = await takeUp(em, { operatorId, deliveryId, lane, channels, publicUrl, now: startedAt, pauses });
    if (!found) await job.complete(em);
    if (found?.sent?.state !== 'DEFERRED') return found;
    // Within the lock on what it waits for: who ends a pause finds it waiting, and lets it go.
    const { resent, sent, deliveryId: id } = found;
    await settle(em, { operatorId, deliveryId: id, resent, sent, durationMs: 0, startedAt, now: startedAt });
    await job.postpone(em, (sent.until.getTime() - startedAt.getTime()) / 1_000);
    return null;
  });
  if (!turn) return;
  const since = performance.now();
  const sent = turn.sent ?? (await attempt({ ...turn, signal: job.signal }, parts.log));
  const durationMs = Math.round(performance.now() - since);
  if (turn.channel) {
    parts.metrics?.deliveryAttempts.observe({ kind: turn.channel.kind, state: sent.state }, durationMs / 1_000);
  }
  const ended = await database.transaction({ operatorId }, async (em) => {
    const now = clock.now();
    const { deliveryId, resent } = turn;
    const delays = parts.retryDelaysMs;
    const target = turn.target && { ...turn.target, rules: pauses };
    const tried = { resent, sent, durationMs, startedAt, delays, target };
    const settled = await settle(em, { operatorId, deliveryId, ...tried, now });
    const { next } = settled;
    if (next === null) await job.complete(em);
    else await job.postpone(em, (next.getTime() - now.getTime()) / 1_000);
    return settled;
  });
  if (ended.next === null) parts.bus.wake(operatorId);
  if (ended.resumed !== null) await resume(parts, operatorId, ended.resumed);
}

/** Apart from what ended the pause: it takes no lock that another delivery might hold. */
async function resume({ database, jobs, bus }: DeliveringParts, operatorId: string, host: string): Promise<void> {
  await database.transaction({ operatorId }, (em) => hastenLane(em, jobs, operatorId, hookLane(host)));
  bus.wake(deliveryWakes);
}
