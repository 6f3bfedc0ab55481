import { Migration } from '@mikro-orm/migrations';

/** How many each attendant has open is counted whenever a team gives something out. */
export class Migration20261125004000_open_of_attendants extends Migration {
  override up(): void {
    this.addSql(`create index occurrence_open_of_attendant on occurrence (operator_id, attendant_id)
      where closed_at is null and attendant_id is not null`);
  }
}
