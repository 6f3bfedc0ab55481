import { Migration } from '@mikro-orm/migrations';

/** When an operator wakes nobody: { "from": "22:00", "to": "08:00" } by its clocks; null: never. */
export class Migration20261124201000_operator_quiet_hours extends Migration {
  override up(): void {
    this.addSql('alter table operator add quiet_hours jsonb');
  }
}
