import { Migration } from '@mikro-orm/migrations';

/** How far changes of many occurrences are, for whoever asked for them. */
export class Migration20261124200000_bulk_change extends Migration {
  override up(): void {
    this.addSql(`create table bulk_change (
      operator_id text not null references operator,
      subject text not null,
      id text not null,
      total int not null,
      changed int not null,
      refused int not null,
      started_at timestamptz(3) not null,
      finished_at timestamptz(3),
      primary key (operator_id, subject, id))`);
    this.addSql('alter table bulk_change enable row level security');
    this
      .addSql(`create policy tenant on bulk_change using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
  }
}
