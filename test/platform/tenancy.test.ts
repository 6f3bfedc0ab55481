import { UnderscoreNamingStrategy } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { entities } from '../../src/entities.js';
import { StaffEntity } from '../../src/modules/people/index.js';
import { newId } from '../../src/shared/ids.js';
import { createTestDatabase, withClient } from '../kit/database.js';
import { createTestOperators } from '../kit/operators.js';

const now = new Date('2026-11-24T12:00:00.000Z');
const naming = new UnderscoreNamingStrategy();
const both = { applicationFilter: true, rowLevelSecurity: true };

describe('tenancy', () => {
  it.each([
    ['both layers', both],
    ['the application filter alone', { ...both, rowLevelSecurity: false }],
    ['row-level security alone', { ...both, applicationFilter: false }],
  ])('shows an operator its own rows alone by %s', async (_, tenancy) => {
    await using test = await createTestDatabase();
    const { alfa, beta } = await createTestOperators(test.database, now);
    for (const operatorId of [alfa, beta]) {
      await test.database.transaction({ operatorId }, async (em) => {
        const id = newId('attendant', now);
        em.create(StaffEntity, {
          operatorId,
          id,
          subject: 'x',
          name: operatorId,
          roles: ['ATTENDANT'],
          createdAt: now,
        });
      });
    }
    await using database = await test.open({ tenancy });
    const read = await database.read({ operatorId: alfa });
    const rows = await read.em.find(StaffEntity, {});
    await read.close();
    expect(rows.map((row) => row.name)).toEqual([alfa]);
  });

  it('refuses to write a row of another operator', async () => {
    await using test = await createTestDatabase();
    const { alfa, beta } = await createTestOperators(test.database, now);
    const write = test.database.transaction({ operatorId: alfa }, async (em) => {
      const id = newId('attendant', now);
      em.create(StaffEntity, { operatorId: beta, id, subject: 'x', name: 'x', roles: [], createdAt: now });
    });
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('covers every table that has an operator', async () => {
    await using test = await createTestDatabase();
    const { rows } = await withClient(test.ownerUrl, (client) =>
      client.query<{ table: string }>(
        `select table_name as table from information_schema.columns c where table_schema = 'public' and column_name = 'operator_id'
           and not exists (select from pg_policies p where p.tablename = c.table_name)
         union select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity
           and relname <> 'migration'`,
      ),
    );
    expect(rows).toEqual([]);
  });

  it('describes every column of a mapped table', async () => {
    await using test = await createTestDatabase();
    const { rows } = await withClient(test.ownerUrl, (client) =>
      client.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns
          where table_schema = 'public' and column_name not in ('words', 'previous_version')`,
      ),
    );
    const columns = (table: string) => rows.filter((row) => row.table === table).map((row) => row.column);
    for (const { meta } of entities) {
      const mapped = Object.keys(meta.properties).map((name) => naming.propertyToColumnName(name));
      expect(mapped.toSorted(), meta.tableName).toEqual(columns(meta.tableName).toSorted());
    }
  });
});
