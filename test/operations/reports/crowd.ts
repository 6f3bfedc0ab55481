import { newId } from '../../../src/shared/ids.js';
import { withClient } from '../../kit/database.js';
import type { ReportDesk } from './report-desk.js';

/** So many attendants with an occurrence each: one that is attended to, copied row by row. */
export async function crowd(desk: ReportDesk, size: number): Promise<string[]> {
  const original = await desk.open('reembolso');
  await desk.attend(original);
  const now = desk.app.clock.now();
  const attendants = Array.from({ length: size }, () => newId('attendant', now));
  const copies = Array.from({ length: size }, () => newId('occurrence', now));
  await withClient(desk.app.testDatabase.ownerUrl, async (client) => {
    // Copies have neither people nor events to point to.
    await client.query('set session_replication_role = replica');
    const columns = await client.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_name = 'occurrence' and is_generated = 'NEVER'`,
    );
    const names = columns.rows.map(({ name }) => name).join(', ');
    await client.query(
      `insert into occurrence (${names}) select ${names.replaceAll(/\w+/g, 'copy.$&')}
       from occurrence o, unnest($2::text[], $3::text[]) with ordinality c (id, attendant, number),
         jsonb_populate_record(o, jsonb_build_object('id', c.id, 'attendant_id', c.attendant,
           'protocol_number', 'C' || c.number)) copy where o.id = $1`,
      [original, copies, attendants],
    );
    await client.query(
      `insert into occurrence_milestone select copy.* from occurrence_milestone m,
         unnest($2::text[], $3::text[]) c (id, attendant),
         jsonb_populate_record(m, jsonb_build_object('occurrence_id', c.id, 'attendant_id', c.attendant)) copy
       where m.occurrence_id = $1`,
      [original, copies, attendants],
    );
  });
  return attendants;
}
