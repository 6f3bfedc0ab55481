import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { type Result, success } from '../../shared/problem.js';
import { lockConfiguration } from './lock.js';
import { type ElementChange, recordChanges } from './record.js';

export interface Changed<T> {
  readonly value: T;
  readonly changes: readonly ElementChange[];
}

/**
 * One change of the configuration: an operator's are made one after the other, so that what `work` checks still holds when it
 * is committed. `work` writes nothing that it then refuses, and reads the catalogue before it writes.
 */
export const changeConfiguration = <T>(
  ctx: RequestContext,
  work: (em: EntityManager) => Promise<Result<Changed<T>>>,
): Promise<Result<T>> =>
  ctx.write(async (em) => {
    await lockConfiguration(em, ctx.caller.operatorId, 'exclusive');
    const result = await work(em);
    if (!result.ok) return result;
    await recordChanges(ctx, em, result.value.changes);
    return success(result.value.value);
  });
