import { Migration } from '@mikro-orm/migrations';

/** The two deadlines of an occurrence, each with the calendar that it was made with, and when it was answered. */
export class Migration20261124204000_clocks extends Migration {
  override up(): void {
    this.addSql('alter table occurrence add sla jsonb, add regulatory_answer jsonb, add answered_at timestamptz(3)');
  }
}
