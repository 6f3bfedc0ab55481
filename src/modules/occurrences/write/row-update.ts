import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Alongside } from '../../../platform/events/log.js';
import { columnsOf } from '../occurrence-row.js';
import { OccurrenceEntity } from '../occurrence.entity.js';
import type { OccurrenceState } from '../state.js';

export interface Transition {
  readonly operatorId: string;
  readonly before: OccurrenceState;
  readonly after: OccurrenceState;
}

/** Writes what is another in a state than before it. */
export function rowUpdate(em: EntityManager, { operatorId, before, after }: Transition): Alongside {
  const { tableName, properties } = em.getMetadata().get(OccurrenceEntity);
  const was = columnsOf(before);
  const columns = Object.entries(columnsOf(after)) as [keyof typeof was, unknown][];
  const changed = columns.filter(([name, value]) => !isDeepStrictEqual(value, was[name]));
  const set = changed.map(([name]) => `${properties[name].fieldNames[0]} = ?`).join(', ');
  const values = changed.map(([, value]) => (value instanceof Date ? value.toISOString() : value));
  return {
    sql: `update ${tableName} set ${set} where operator_id = ? and id = ?`,
    params: [...values, operatorId, before.id],
  };
}
