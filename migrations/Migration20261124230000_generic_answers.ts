import { Migration } from '@mikro-orm/migrations';

/** The operator's own list of texts that conclude nothing; null: the usual one. */
export class Migration20261124230000_generic_answers extends Migration {
  override up(): void {
    this.addSql('alter table operator add generic_answer_terms text[]');
  }
}
