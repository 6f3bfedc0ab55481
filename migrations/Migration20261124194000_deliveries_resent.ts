import { Migration } from '@mikro-orm/migrations';

/** How often a delivery was sent again by hand. */
export class Migration20261124194000_deliveries_resent extends Migration {
  override up(): void {
    this.addSql('alter table action_delivery add column resent int not null default 0');
  }
}
