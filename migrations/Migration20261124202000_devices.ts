import { Migration } from '@mikro-orm/migrations';

/**
 * Devices that take pushes. A token belongs to one member at a time; it is found by its digest, since an index takes no
 * text of its length.
 */
export class Migration20261124202000_devices extends Migration {
  override up(): void {
    this.addSql(`create table device (
      operator_id text not null references operator,
      id text not null,
      beneficiary_id text not null,
      platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
      token text not null,
      token_digest text not null,
      name text,
      created_at timestamptz(3) not null,
      last_seen_at timestamptz(3) not null,
      primary key (operator_id, id),
      unique (operator_id, token_digest),
      foreign key (operator_id, beneficiary_id) references beneficiary (operator_id, id))`);
    this.addSql('create index device_beneficiary on device (operator_id, beneficiary_id, last_seen_at, id)');
    this.addSql('alter table device enable row level security');
    this.addSql(`create policy tenant on device using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
  }
}
