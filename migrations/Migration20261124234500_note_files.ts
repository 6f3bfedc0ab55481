import { Migration } from '@mikro-orm/migrations';

/** Files that come with a note. */
export class Migration20261124234500_note_files extends Migration {
  override up(): void {
    // Looked at when it is committed: a note and its files are written together, in any order.
    this.addSql(`alter table attachment add note_id text, add foreign key (operator_id, note_id)
      references note (operator_id, id) deferrable initially deferred`);
    this.addSql('create index attachment_note on attachment (operator_id, note_id) where note_id is not null');
  }
}
