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

/** One change, or none where nothing is different. `shown` masks what nobody may read; a masked difference is one, too. */
export const elementChange = <E extends object>(
  element: string,
  before: E | null,
  after: E | null,
  shown: (value: E) => Json = (value) => ({ ...value }) as Json,
): ElementChange[] =>
  isDeepStrictEqual(before, after) ? [] : [{ element, before: before && shown(before), after: after && shown(after) }];

/** Writes down what changed and raises the version of the configuration, by which it is cached. */
export async function recordChanges(
  ctx: RequestContext,
  em: EntityManager,
  changes: readonly ElementChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const { operatorId, name } = ctx.caller;
  const at = ctx.clock.now();
  // Ids of one instant are random: in their order the elements keep theirs.
  const ids = changes.map(() => newId('configurationChange', at)).toSorted();
  await em.insertMany(
    ConfigurationChangeEntity,
    changes.map(({ element, before, after }, index) => ({
      operatorId,
      id: ids[index]!,
      actor: name,
      at,
      element,
      before: before && { ...before },
      after: after && { ...after },
    })),
  );
  await em.execute('update operator set configuration_version = configuration_version + 1 where id = ?', [operatorId]);
}
