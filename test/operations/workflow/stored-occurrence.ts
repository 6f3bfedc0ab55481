import type { TestApp } from '../../kit/app.js';
import { withClient } from '../../kit/database.js';
import { newId } from '../../../src/shared/ids.js';

/** An occurrence in a status, written past the product: what configuration asks of occurrences is how many there are. */
export async function storeOccurrence(app: TestApp, typeId: string, statusId: string): Promise<void> {
  const now = app.clock.now();
  const [occurrence, event, member] = [newId('occurrence', now), newId('event', now), newId('beneficiary', now)];
  await withClient(app.testDatabase.ownerUrl, (client) =>
    client.query(`
      begin;
      insert into beneficiary (operator_id, id, name, search_name, created_at)
        select operator_id, '${member}', 'Ana', 'ana', now() from occurrence_type where id = '${typeId}';
      insert into protocol (operator_id, number, protocol_type_id, issued_at)
        select operator_id, '${occurrence}', protocol_type_id, now() from occurrence_type where id = '${typeId}';
      insert into occurrence (operator_id, id, protocol_number, version, type_id, status_id, description, channel,
          requester_id, beneficiary_id, created_at, updated_at)
        select operator_id, '${occurrence}', '${occurrence}', 1, id, '${statusId}', '', 'API', '${member}', '${member}',
            now(), now()
          from occurrence_type where id = '${typeId}';
      insert into occurrence_event (operator_id, sequence, id, occurrence_id, version, kind, occurred_at, actor_kind,
          actor_name, payload, after)
        select operator_id, (select count(*) + 1 from occurrence_event), '${event}', '${occurrence}', 1, 'CREATED', now(),
            'SYSTEM', '', '{}', '{}'
          from occurrence_type where id = '${typeId}';
      commit`),
  );
}
