import { Migration } from '@mikro-orm/migrations';

/** By what rules the chats of a type wait and are attended. */
export class Migration20261124234500_chat_rules extends Migration {
  override up(): void {
    this.addSql('alter table occurrence_type add chat jsonb');
  }
}
