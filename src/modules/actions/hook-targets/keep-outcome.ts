import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { Sent } from '../channels/channel.js';
import { type HookTarget, HookTargetEntity } from './hook-target.entity.js';
import { pauseAfter, type PauseRules } from './pause.js';

export interface TargetOutcome {
  readonly operatorId: string;
  readonly host: string;
  readonly probe: boolean;
  readonly sent: Sent;
  readonly now: Date;
  readonly rules: PauseRules;
}

/** Counts what an attempt says about its host. Answers with true where that ends a pause. */
export async function keepOutcome(em: EntityManager, outcome: TargetOutcome): Promise<boolean> {
  const { operatorId, host, sent } = outcome;
  if (sent.state === 'DELIVERED') return recovered(em, operatorId, host);
  // A fault of our own, or an address that is refused, says nothing about the host.
  if (sent.state === 'RETRY' && sent.outcome !== 'fault') await failed(em, outcome, sent.outcome);
  return false;
}

const locked = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

async function recovered(em: EntityManager, operatorId: string, host: string): Promise<boolean> {
  const target = await em.findOne(HookTargetEntity, { operatorId, host, failures: { $gt: 0 } }, locked);
  if (!target) return false;
  const paused = target.pausedUntil !== null;
  forget(target, 'delivered');
  return paused;
}

/** As if it had never failed. */
export function forget(target: HookTarget, lastOutcome: string): void {
  Object.assign(target, {
    failures: 0,
    failingSince: null,
    pauses: 0,
    pausedSince: null,
    pausedUntil: null,
    lastOutcome,
  });
}

async function failed(em: EntityManager, { operatorId, host, probe, now, rules }: TargetOutcome, outcome: string) {
  await em.execute(
    `insert into hook_target (operator_id, host, failures, failing_since, last_outcome) values (?, ?, 0, ?, ?)
       on conflict do nothing`,
    [operatorId, host, now, outcome],
  );
  const target = await em.findOneOrFail(HookTargetEntity, { operatorId, host }, locked);
  target.failures += 1;
  target.failingSince ??= now;
  target.lastOutcome = outcome;
  const { failures, failingSince, pauses, pausedUntil } = target;
  const until = pauseAfter({ failures, failingSince, pauses, paused: pausedUntil !== null, probe, now }, rules);
  if (until === null) return;
  target.pauses += 1;
  target.pausedSince ??= now;
  target.pausedUntil = until;
}
