import { Migration } from '@mikro-orm/migrations';

/** How an operator's hooks fare at each host: one that has failed for long is paused. */
export class Migration20261124204000_hook_targets extends Migration {
  override up(): void {
    this.addSql(`create table hook_target (
      operator_id text not null references operator,
      host text not null,
      failures int not null,
      failing_since timestamptz(3),
      last_outcome text not null,
      pauses int not null default 0,
      paused_since timestamptz(3),
      paused_until timestamptz(3),
      primary key (operator_id, host),
      check ((paused_since is null) = (paused_until is null)))`);
    this.addSql('alter table hook_target enable row level security');
    this.addSql(`create policy tenant on hook_target
      using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
    this.addSql(`create index action_delivery_waiting on action_delivery (operator_id, lane)
      where state in ('PENDING', 'RETRYING')`);
  }
}
