import { Migration } from '@mikro-orm/migrations';

/** Calendars of an operator, of which one at most is the default; a type names one, or none. */
export class Migration20261124232000_business_calendars extends Migration {
  override up(): void {
    this.addSql(`create table business_calendar (
      operator_id text not null references operator,
      id text not null,
      key text not null,
      name text not null,
      time_zone text,
      weekly_hours jsonb not null,
      holidays jsonb not null,
      is_default boolean not null,
      active boolean not null check (active or not is_default),
      primary key (operator_id, id),
      unique (operator_id, key))`);
    this.addSql('create unique index on business_calendar (operator_id) where is_default');
    this.addSql('alter table business_calendar enable row level security');
    this
      .addSql(`create policy tenant on business_calendar using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
    this.addSql(`alter table occurrence_type add business_calendar_id text,
      add foreign key (operator_id, business_calendar_id) references business_calendar (operator_id, id)`);
  }
}
