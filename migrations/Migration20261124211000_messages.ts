import { Migration } from '@mikro-orm/migrations';

/**
 * Messages in the order of the log, whatever the clocks of those who wrote them say; their files; when the other side has
 * read them; what they said before they were edited or withdrawn.
 */
export class Migration20261124211000_messages extends Migration {
  override up(): void {
    this.addSql('alter table message add version int, add read_at timestamptz(3), add edited_at timestamptz(3)');
    this.addSql('alter table message add withdrawn_at timestamptz(3)');
    this.addSql(`update message m set version = e.version from occurrence_event e
      where e.operator_id = m.operator_id and e.occurrence_id = m.occurrence_id and e.kind = 'MESSAGE_POSTED'
        and e.payload ->> 'messageId' = m.id`);
    this.addSql('alter table message alter version set not null');
    this.addSql('drop index message_occurrence');
    this.addSql('create unique index message_version on message (operator_id, occurrence_id, version)');
    this.addSql(`create index message_unread on message (operator_id, occurrence_id)
      where read_at is null and withdrawn_at is null`);
    // Looked at when it is committed: a message and its files are written together, in any order.
    this.addSql(`alter table attachment add message_id text, add foreign key (operator_id, message_id)
      references message (operator_id, id) deferrable initially deferred`);
    this.addSql('create index attachment_message on attachment (operator_id, message_id) where message_id is not null');
    this.addSql(`create table message_revision (
      operator_id text not null,
      message_id text not null,
      number int not null check (number > 0),
      body text not null,
      replaced_at timestamptz(3) not null,
      primary key (operator_id, message_id, number),
      foreign key (operator_id, message_id) references message (operator_id, id))`);
    this.addSql('alter table message_revision enable row level security');
    this.addSql(`create policy tenant on message_revision
      using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
    this.addSql('alter table operator add message_edit_minutes int check (message_edit_minutes between 0 and 1440)');
  }
}
