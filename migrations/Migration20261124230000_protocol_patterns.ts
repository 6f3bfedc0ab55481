import { Migration } from '@mikro-orm/migrations';

/** Numbers of a type by a pattern; a sequence is of a pattern, so that all that issued numbers is known. */
export class Migration20261124230000_protocol_patterns extends Migration {
  override up(): void {
    this.addSql(`alter table protocol_type
      add pattern text,
      add reset text check (reset in ('NEVER', 'YEARLY', 'MONTHLY', 'DAILY'))`);
    this.addSql(`update protocol_sequence
        set scope = 'SEQUENTIAL ' || substr(scope, 12) || '{seq} NEVER'
      where scope like 'SEQUENTIAL %'`);
    // What systems brought along: looked through when a pattern is saved.
    this.addSql('create index protocol_brought on protocol (operator_id, number) where protocol_type_id is null');
  }
}
