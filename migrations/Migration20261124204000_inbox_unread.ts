import { Migration } from '@mikro-orm/migrations';

/** What a member has not read yet is counted without a look at what they have. */
export class Migration20261124204000_inbox_unread extends Migration {
  override up(): void {
    this.addSql(
      'create index inbox_message_unread on inbox_message (operator_id, beneficiary_id) where read_at is null',
    );
  }
}
