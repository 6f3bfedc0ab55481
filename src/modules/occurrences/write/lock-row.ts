import type { EntityManager } from '@mikro-orm/postgresql';
import { selectRows } from '../../../platform/database/select-rows.js';
import { OccurrenceEntity, type OccurrenceRow } from '../occurrence.entity.js';

/** An occurrence as it is, until the transaction ends; `rowUpdate` writes it. */
export async function lockRow(em: EntityManager, operatorId: string, id: string): Promise<OccurrenceRow | null> {
  const sql = 'where o.operator_id = ? and o.id = ? for update';
  const [row] = await selectRows(em, OccurrenceEntity, { alias: 'o', sql, params: [operatorId, id] });
  return row ?? null;
}
