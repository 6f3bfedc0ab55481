import { Migration } from '@mikro-orm/migrations';

/** Whom the attempts of a delivery that goes on have reached already, such as one phone of two. */
export class Migration20261124203000_delivery_reached extends Migration {
  override up(): void {
    this.addSql('alter table action_delivery add column reached text[]');
  }
}
