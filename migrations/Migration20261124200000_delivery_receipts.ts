import { Migration } from '@mikro-orm/migrations';

/** What the receiver calls a message that it took, and the furthest it has said of it since. */
export class Migration20261124200000_delivery_receipts extends Migration {
  override up(): void {
    this.addSql(`alter table action_delivery
      add column receipt text,
      add column progress text check (progress in ('sent', 'failed', 'delivered', 'read'))`);
  }
}
