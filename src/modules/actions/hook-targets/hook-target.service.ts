import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import type { Bus } from '../../../platform/events/bus.js';
import type { RequestContext } from '../../../platform/graphql/context.js';
import type { JobQueue } from '../../../platform/jobs/index.js';
import { problem, refusal, type Result, success } from '../../../shared/problem.js';
import { catalogueOf } from '../../workflow/index.js';
import { hostOf, hookLane } from '../channels/lane.js';
import { deliveryWakes, hastenLane } from '../deliver/enqueue.js';
import { type HookTarget, HookTargetEntity } from './hook-target.entity.js';
import { forget } from './keep-outcome.js';

export const hookTargetStates = ['WORKING', 'FAILING', 'PAUSED'] as const;
export type HookTargetState = (typeof hookTargetStates)[number];

export interface HookTargetView {
  readonly host: string;
  readonly state: HookTargetState;
  readonly since: Date | null;
  readonly lastOutcome: string | null;
  readonly pausedUntil: Date | null;
  readonly waiting: number;
}

/** Where the caller's hooks lead to, and how they fare there. */
export class HookTargetService {
  constructor(private readonly parts: { readonly jobs: JobQueue; readonly bus: Bus }) {}

  /** In the order of hosts: those that active actions name, and those that something waits for or has failed at. */
  async list(ctx: RequestContext): Promise<HookTargetView[]> {
    const { operatorId } = ctx.caller;
    const catalogue = await catalogueOf(ctx);
    const em = await ctx.read();
    const configured = catalogue.types
      .flatMap(({ actions }) => actions)
      .flatMap((action) => (action.active && hostOf(action)) || []);
    const targets = await em.find(HookTargetEntity, { operatorId });
    const known = new Map(targets.map((target) => [target.host, target]));
    const waiting = await waitingByHost(em, operatorId);
    const hosts = new Set([...configured, ...known.keys(), ...waiting.keys()]);
    return [...hosts].toSorted().map((host) => viewOf(host, known.get(host), waiting.get(host) ?? 0));
  }

  /** Ends a pause: what waits is tried at once. Where there is none, nothing changes. */
  async resume(ctx: RequestContext, host: string): Promise<Result<HookTargetView>> {
    const { operatorId } = ctx.caller;
    const result = await ctx.write(async (em): Promise<Result<HookTargetView>> => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
      const target = await em.findOne(HookTargetEntity, { operatorId, host }, lock);
      if (!target) return refusal(problem('NOT_FOUND', 'No hook has failed at such a host.', ['host']));
      forget(target, target.lastOutcome);
      await hastenLane(em, this.parts.jobs, operatorId, hookLane(host));
      return success(viewOf(host, target, (await waitingByHost(em, operatorId)).get(host) ?? 0));
    });
    if (result.ok) this.parts.bus.wake(deliveryWakes);
    return result;
  }
}

function viewOf(host: string, target: HookTarget | undefined, waiting: number): HookTargetView {
  const { pausedSince = null, pausedUntil = null, failingSince = null } = target ?? {};
  const state = pausedUntil ? 'PAUSED' : failingSince ? 'FAILING' : 'WORKING';
  const since = pausedSince ?? failingSince;
  return { host, state, since, pausedUntil, lastOutcome: target?.lastOutcome ?? null, waiting };
}

async function waitingByHost(em: EntityManager, operatorId: string): Promise<Map<string, number>> {
  const rows = await em.execute<{ host: string; waiting: number }[]>(
    `select substr(lane, 6) as host, count(*)::int as waiting from action_delivery
      where operator_id = ? and state in ('PENDING', 'RETRYING') and lane like 'HOOK %' group by lane`,
    [operatorId],
  );
  return new Map(rows.map(({ host, waiting }) => [host, waiting]));
}
