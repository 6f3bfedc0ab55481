import { Migration } from '@mikro-orm/migrations';

const policy = (table: string): string =>
  `create policy tenant on ${table} using (operator_id = nullif(current_setting('app.operator', true), ''))
    with check (operator_id = nullif(current_setting('app.operator', true), ''))`;

/** Who looks at which types first, and how what is new is given out among them. */
export class Migration20261125003000_teams extends Migration {
  override up(): void {
    this.addSql(`create table team (
      operator_id text not null references operator,
      id text not null,
      key text not null,
      name text not null,
      assignment text not null check (assignment in ('NONE', 'ROUND_ROBIN', 'LEAST_LOADED')),
      open_limit integer check (open_limit > 0),
      active boolean not null,
      last_assigned_id text,
      primary key (operator_id, id),
      unique (operator_id, key),
      foreign key (operator_id, last_assigned_id) references staff (operator_id, id))`);
    this.addSql(`create table team_type (
      operator_id text not null,
      team_id text not null,
      type_id text not null,
      place integer not null,
      primary key (operator_id, team_id, type_id),
      foreign key (operator_id, team_id) references team (operator_id, id),
      foreign key (operator_id, type_id) references occurrence_type (operator_id, id))`);
    this.addSql('create index on team_type (operator_id, type_id)');
    this.addSql(`create table team_member (
      operator_id text not null,
      team_id text not null,
      staff_id text not null,
      place integer not null,
      primary key (operator_id, team_id, staff_id),
      foreign key (operator_id, team_id) references team (operator_id, id),
      foreign key (operator_id, staff_id) references staff (operator_id, id))`);
    this.addSql('create index on team_member (operator_id, staff_id)');
    for (const table of ['team', 'team_type', 'team_member']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(policy(table));
    }
  }
}
