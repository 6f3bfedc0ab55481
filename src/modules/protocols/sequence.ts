import type { EntityManager } from '@mikro-orm/postgresql';
import type { Numbering } from './numbering.js';
import { type ProtocolReset, protocolResets } from './protocol.entity.js';

/** What counts in one go: a numbering, within a period. */
export const sequenceScope = ({ pattern, reset }: Numbering, period: string): string =>
  ['SEQUENTIAL', pattern, reset, ...(period === '' ? [] : [period])].join(' ');

/** The next of a sequence; the row stays locked until the transaction ends, and what is rolled back leaves no gap. */
export async function nextOf(em: EntityManager, operatorId: string, scope: string): Promise<number> {
  const [row] = await em.execute<{ last: string }[]>(
    `insert into protocol_sequence as sequence (operator_id, scope, last) values (?, ?, 1)
     on conflict (operator_id, scope) do update set last = sequence.last + 1
     returning last`,
    [operatorId, scope],
  );
  return Number(row?.last);
}

/** A numbering by which numbers were issued, and the highest running number among them. */
export interface UsedNumbering extends Numbering {
  readonly last: number;
}

/** Every numbering of which a number was ever issued, those of the regulator aside. */
export async function usedNumberings(em: EntityManager, operatorId: string): Promise<UsedNumbering[]> {
  const rows = await em.execute<{ pattern: string; reset: string; last: string }[]>(
    `select split_part(scope, ' ', 2) as pattern, split_part(scope, ' ', 3) as reset, max(last) as last
       from protocol_sequence where operator_id = ? and split_part(scope, ' ', 1) = 'SEQUENTIAL'
      group by 1, 2 order by 1, 2`,
    [operatorId],
  );
  return rows.map(({ pattern, reset, last }) => ({ pattern, reset: resetNamed(reset), last: Number(last) }));
}

function resetNamed(text: string): ProtocolReset {
  const reset = protocolResets.find((each) => each === text);
  if (!reset) throw new Error(`A sequence begins anew ${text}, which is nothing that there is`);
  return reset;
}
