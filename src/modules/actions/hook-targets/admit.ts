import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PauseRules } from './pause.js';
import { HookTargetEntity } from './hook-target.entity.js';

export interface Asking {
  readonly operatorId: string;
  readonly host: string;
  readonly now: Date;
  readonly rules: PauseRules;
}

/** Whether a delivery may go to the host now; `probe`: it alone, after a pause. */
export type Admission = { readonly probe: boolean } | { readonly until: Date };

/**
 * Of all that come after a pause, in whatever process, one goes: it moves the end of the pause. A host that is paused
 * stays locked until the transaction ends, so that its pause does not end between this answer and what follows from it.
 */
export async function admit(em: EntityManager, { operatorId, host, now, rules }: Asking): Promise<Admission> {
  const target = await em.findOne(
    HookTargetEntity,
    { operatorId, host, pausedUntil: { $ne: null } },
    { disableIdentityMap: true, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!target?.pausedUntil) return { probe: false };
  if (target.pausedUntil > now) return { until: target.pausedUntil };
  const until = new Date(now.getTime() + rules.probeMs);
  const first = await em.nativeUpdate(
    HookTargetEntity,
    { operatorId, host, pausedUntil: { $lte: now } },
    { pausedUntil: until },
  );
  return first === 1 ? { probe: true } : { until };
}
