import { Migration } from '@mikro-orm/migrations';

/** What an operator takes of files, within what the product takes; null: all of that. */
export class Migration20261124191000_operator_attachment_limits extends Migration {
  override up(): void {
    this.addSql(
      `alter table operator
         add attachment_max_bytes int check (attachment_max_bytes > 0),
         add attachment_content_types text[] check (cardinality(attachment_content_types) > 0)`,
    );
  }
}
