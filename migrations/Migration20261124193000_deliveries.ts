import { Migration } from '@mikro-orm/migrations';

/**
 * What a delivery needs to be sent: its place in a lane, what is sent, and how often it has been tried. `json` and not
 * `jsonb`, which would put what is sent in another order, so that attempts differ in their bytes.
 */
export class Migration20261124193000_deliveries extends Migration {
  override up(): void {
    this.addSql(`alter table action_delivery
      add column version int not null default 0,
      add column lane text not null default '',
      add column message json,
      add column tries int not null default 0`);
    this.addSql(`create index action_delivery_lane on action_delivery (operator_id, occurrence_id, lane, version, id)
      where state in ('PENDING', 'RETRYING')`);
  }
}
