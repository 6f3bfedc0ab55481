import type { Pool, QueryResult } from 'pg';

/** What transactions begin with, word by word as it is sent; nobody asks for its results. */
const begins = /^(begin|start transaction)\b/;
const goesOn = /^(select set_config\(|set local role |select pg_advisory_xact_lock)/;
const ends = /^(commit|rollback)$/;

const nothing: Pick<QueryResult, 'command' | 'rowCount' | 'rows'> = { command: '', rowCount: null, rows: [] };

type Send = (text: unknown, values?: readonly unknown[]) => Promise<QueryResult | QueryResult[]>;

/**
 * Lets a transaction's beginning, its operator, its role and its locks wait for the first statement that asks for
 * something, and go along with it: one round trip instead of four. They are still done one after the other, in that order;
 * where one of them is refused, the statement is. A transaction that does nothing costs nothing.
 */
export function openWithFirstStatement(pool: Pool): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as Send;
    let waiting: string[] = [];
    const query: Send = async (text, values = []) => {
      if (typeof text !== 'string') return send(text, values);
      if (begins.test(text) || (waiting.length > 0 && goesOn.test(text))) {
        waiting.push(text);
        return nothing as QueryResult;
      }
      const opening = waiting;
      waiting = [];
      if (opening.length === 0) return send(text, values);
      if (ends.test(text)) return nothing as QueryResult;
      if (values.length > 0) {
        // The protocol has one statement for each set of values.
        await send(opening.join('; '));
        return send(text, values);
      }
      return [await send([...opening, text].join('; '))].flat().at(-1)!;
    };
    client.query = query as typeof client.query;
  });
}
