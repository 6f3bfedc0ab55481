import type { EntityManager } from '@mikro-orm/postgresql';
import { selectRows } from '../../../platform/database/select-rows.js';
import { OccurrenceEntity, type OccurrenceRow } from '../occurrence.entity.js';

/** An occurrence as it is, until the transaction ends; `rowUpdate` writes it. */
export async function lockRow(em: EntityManager, operatorId: string, id: string): Promise<OccurrenceRow | null> {
  const sql = 'where o.operator_id = ? and o.id = ? for update';
  const [row] = await selectRows(em, OccurrenceEntity, { alias: 'o', sql, params: [operatorId, id] });
  return row ?? null;
}

/** Those of them whose told states hold no longer at an instant, and that nobody else is changing. */
export function lockOvertaken(
  em: EntityManager,
  operatorId: string,
  ids: readonly string[],
  now: Date,
): Promise<OccurrenceRow[]> {
  const sql = `where o.operator_id = ? and o.id in (?) and o.state_changes_at <= ?
    order by o.state_changes_at, o.id for update skip locked`;
  return selectRows(em, OccurrenceEntity, { alias: 'o', sql, params: [operatorId, ids, now.toISOString()] });
}
