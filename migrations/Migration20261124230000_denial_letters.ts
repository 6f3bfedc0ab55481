import { Migration } from '@mikro-orm/migrations';

/**
 * The letter of each denial, in its final words, one for the event that it is of; and what operators add to theirs. The
 * event is written last in its transaction, so the letter waits for it until the commit.
 */
export class Migration20261124230000_denial_letters extends Migration {
  override up(): void {
    this.addSql(`create table denial_letter (
      operator_id text not null references operator,
      id text not null,
      occurrence_id text not null,
      version int not null,
      denied_at timestamptz(3) not null,
      file_name text not null,
      letter jsonb not null,
      primary key (operator_id, id),
      unique (operator_id, occurrence_id, version),
      foreign key (operator_id, occurrence_id) references occurrence (operator_id, id),
      foreign key (operator_id, occurrence_id, version)
        references occurrence_event (operator_id, occurrence_id, version) deferrable initially deferred)`);
    this.addSql('alter table denial_letter enable row level security');
    this.addSql(`create policy tenant on denial_letter
      using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
    this.addSql('alter table operator add contact text, add ombudsman_contact text');
  }
}
