import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { newId } from '../../shared/ids.js';
import { ConfigurationChangeEntity } from './change.entity.js';

type Json = Readonly<Record<string, unknown>>;

/** An element of the configuration before and after a change, as it may be shown: without secrets. */
export interface ElementChange {
  /** By kind and key: "Status reembolso/em_analise". */
  readonly element: string;
  readonly before: Json | null;
  readonly after: Json | null;
}

/**
 * Writes down what changed and raises the version of the configuration, by which it is cached. What is the same as before
 * is left out. Last step of a change, under the exclusive lock: what is read before it belongs to the old version.
 */
export async function recordChanges(
  ctx: RequestContext,
  em: EntityManager,
  changes: readonly ElementChange[],
): Promise<void> {
  const real = changes.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (real.length === 0) return;
  const { operatorId, name } = ctx.caller;
  const at = ctx.clock.now();
  for (const { element, before, after } of real) {
    em.create(ConfigurationChangeEntity, {
      operatorId,
      id: newId('configurationChange', at),
      actor: name,
      at,
      element,
      before: before && { ...before },
      after: after && { ...after },
    });
  }
  await em.flush();
  await em.execute('update operator set configuration_version = configuration_version + 1 where id = ?', [operatorId]);
}
