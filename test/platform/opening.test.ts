import { Pool } from 'pg';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { openWithFirstStatement } from '../../src/platform/database/opening.js';

describe('a transaction opens with its first statement', () => {
  let sent: string[];
  beforeEach(() => (sent = []));

  async function withClient<T>(work: (query: (text: string, values?: unknown[]) => Promise<any>) => Promise<T>) {
    const pool = new Pool({ connectionString: inject('ownerUrl'), max: 1 });
    pool.on('connect', (client) => {
      const send = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<unknown>;
      client.query = ((text: string, values?: unknown[]) => {
        sent.push(text);
        return send(text, values);
      }) as typeof client.query;
    });
    openWithFirstStatement(pool);
    const client = await pool.connect();
    try {
      return await work((text, values) => client.query(text, values));
    } finally {
      client.release(true);
      await pool.end();
    }
  }

  const operator = "select set_config('app.operator', 'opr_1', true)";
  const lock = 'select pg_advisory_xact_lock_shared(1)';
  const isLocked = "select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()";

  it('its operator and its locks are there for that statement, in one round trip, and gone after the end', async () => {
    await withClient(async (query) => {
      await query('start transaction isolation level read committed');
      await query(operator);
      await query(lock);
      const read = `select current_setting('app.operator') as operator, (${isLocked}) as locks`;
      expect((await query(read)).rows).toEqual([{ operator: 'opr_1', locks: 1 }]);
      await query('commit');
      expect((await query(isLocked)).rows).toEqual([{ count: 0 }]);
      const opening = `start transaction isolation level read committed; ${operator}; ${lock}; ${read}`;
      expect(sent).toEqual([opening, 'commit', isLocked]);
    });
  });

  it('a statement with values comes after it all the same', async () => {
    await withClient(async (query) => {
      await query('begin');
      await query(operator);
      const { rows } = await query("select current_setting('app.operator') || $1::text as text", ['!']);
      expect(rows).toEqual([{ text: 'opr_1!' }]);
      await query('rollback');
    });
  });

  it('what is refused of it refuses the statement, and the transaction goes no further', async () => {
    await withClient(async (query) => {
      await query('begin');
      await query('set local role "nobody who is there"');
      await expect(query('select 1')).rejects.toThrow('role "nobody who is there" does not exist');
      await expect(query('select 1')).rejects.toThrow('current transaction is aborted');
      await query('rollback');
      expect((await query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  it('one that does nothing sends nothing', async () => {
    await withClient(async (query) => {
      await query('begin');
      await query(operator);
      await query('rollback');
      expect((await query("select current_setting('app.operator', true) as operator")).rows).toEqual([
        { operator: null },
      ]);
      expect(sent).toHaveLength(1);
    });
  });
});
