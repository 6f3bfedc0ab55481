import { Migration } from '@mikro-orm/migrations';

/** Whether the operator's systems or tokens alone say who a member is. Who has a number may be known to the systems. */
export class Migration20261124195000_beneficiary_registered_at extends Migration {
  override up(): void {
    this.addSql('alter table beneficiary add registered_at timestamptz(3)');
    this.addSql('update beneficiary set registered_at = created_at where membership_number is not null');
  }
}
