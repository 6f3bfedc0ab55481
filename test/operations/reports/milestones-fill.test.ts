import type { Client } from 'pg';
import { expect, it } from 'vitest';
import { migrate } from '../../../src/platform/database/migrate.js';
import { withClient } from '../../kit/database.js';
import { openReportDesk } from './report-desk.js';

const kept = async (client: Client) =>
  (
    await client.query<{ business_ms: string | null }>(
      'select * from occurrence_milestone order by operator_id, occurrence_id, version, kind',
    )
  ).rows;

it('a database from before milestones were kept gets from its log what would have been kept, but for business minutes', async () => {
  await using desk = await openReportDesk();
  await desk.open('via');
  const { ownerUrl } = desk.app.testDatabase;
  await withClient(ownerUrl, async (client) => {
    const before = await kept(client);
    expect(before).toHaveLength(19);
    expect(before.some((row) => row.business_ms !== null)).toBe(true);
    await client.query('drop table occurrence_milestone');
    await client.query('drop index occurrence_event_moved');
    await client.query("delete from migration where name = 'Migration20261124233000_milestones'");
    expect(await migrate(ownerUrl)).toEqual(['Migration20261124233000_milestones']);
    expect(await kept(client)).toEqual(before.map((row) => ({ ...row, business_ms: null })));
  });
}, 60_000);
