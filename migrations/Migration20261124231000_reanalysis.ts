import { Migration } from '@mikro-orm/migrations';

/**
 * What kind of answer a request demands by its intake; and which denial an occurrence is the re-analysis of, by the event
 * that gave it: each denial has one at the most.
 */
export class Migration20261124231000_reanalysis extends Migration {
  override up(): void {
    this
      .addSql(`alter table occurrence_type add regulatory_rules jsonb not null default '[]', add reanalysis_type_id text,
      add foreign key (operator_id, reanalysis_type_id) references occurrence_type (operator_id, id)`);
    this.addSql(`alter table occurrence add reanalysis_of_id text, add reanalysis_of_version int,
      add constraint reanalysis_of_denial
        foreign key (operator_id, reanalysis_of_id, reanalysis_of_version)
        references occurrence_event (operator_id, occurrence_id, version),
      add constraint reanalysis_of_whole check ((reanalysis_of_id is null) = (reanalysis_of_version is null)),
      add constraint reanalysis_of_other check (reanalysis_of_id <> id)`);
    this.addSql(`create unique index occurrence_reanalysis_of
      on occurrence (operator_id, reanalysis_of_id, reanalysis_of_version) where reanalysis_of_id is not null`);
  }
}
