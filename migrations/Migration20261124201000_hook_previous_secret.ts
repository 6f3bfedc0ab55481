import { Migration } from '@mikro-orm/migrations';

/** The secret that a hook had before its present one: it signs too, until receivers have had the time to change. */
export class Migration20261124201000_hook_previous_secret extends Migration {
  override up(): void {
    this.addSql(`create table hook_previous_secret (
      operator_id text not null,
      action_id text not null,
      secret text not null,
      valid_until timestamptz(3) not null,
      primary key (operator_id, action_id),
      foreign key (operator_id, action_id) references action (operator_id, id))`);
    this.addSql('alter table hook_previous_secret enable row level security');
    this.addSql(`create policy tenant on hook_previous_secret
      using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
  }
}
