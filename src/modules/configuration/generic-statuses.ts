import type { EntityManager } from '@mikro-orm/postgresql';
import { concludesNothing } from '../answers/index.js';

/**
 * The active conclusive statuses whose external description would conclude nothing by these terms, as "reembolso/negado".
 * Asks the tables themselves, which belong to a module above this one; the exclusive lock keeps the answer true.
 */
export async function genericStatuses(
  em: EntityManager,
  operatorId: string,
  terms: readonly string[],
): Promise<string[]> {
  const rows = await em.execute<{ status: string; text: string }[]>(
    `select t.key || '/' || s.key as status, s.external_description as text
       from status s join occurrence_type t on t.operator_id = s.operator_id and t.id = s.type_id
      where s.operator_id = ? and s.conclusive and s.active order by 1`,
    [operatorId],
  );
  return rows.filter(({ text }) => concludesNothing(text, terms)).map(({ status }) => status);
}
