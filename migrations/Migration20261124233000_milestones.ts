import { Migration } from '@mikro-orm/migrations';

/**
 * What reports count, kept as it happens: a later change of calendars or statuses rewrites no figure of the past. What
 * happened before is told by the log, and by the statuses as they are configured now; its business time is not known.
 */
export class Migration20261124233000_milestones extends Migration {
  override up(): void {
    this.addSql(`create table occurrence_milestone (
      operator_id text not null references operator,
      occurrence_id text not null,
      version int not null,
      kind text not null check (kind in ('OPENED', 'ATTENDED', 'RESOLVED', 'CLOSED', 'REOPENED')),
      at timestamptz(3) not null,
      type_id text not null,
      status_id text not null,
      attendant_id text,
      resolved boolean not null,
      elapsed_ms bigint,
      business_ms bigint,
      primary key (operator_id, occurrence_id, version, kind),
      foreign key (operator_id, occurrence_id, version)
        references occurrence_event (operator_id, occurrence_id, version) deferrable initially deferred)`);
    this.addSql(`insert into occurrence_milestone
      select e.operator_id, e.occurrence_id, e.version, k.kind, e.occurred_at, o.type_id, e.after->>'statusId',
        e.after->>'attendantId', coalesce(s.resolves, false),
        case when k.kind in ('ATTENDED', 'RESOLVED')
          then (extract(epoch from e.occurred_at - o.created_at) * 1000)::bigint end, null
      from occurrence_event e
      join occurrence o on o.operator_id = e.operator_id and o.id = e.occurrence_id
      left join status s on s.operator_id = e.operator_id and s.id = e.after->>'statusId'
      left join status was on was.operator_id = e.operator_id and was.id = e.before->>'statusId'
      cross join lateral (values
        ('OPENED', e.kind = 'CREATED'),
        ('ATTENDED', e.version = (select min(first.version) from occurrence_event first
           where first.operator_id = e.operator_id and first.occurrence_id = e.occurrence_id
             and first.kind in ('CREATED', 'STATUS_CHANGED', 'ASSIGNED', 'REOPENED')
             and first.occurred_at = o.attendance_started_at)),
        ('RESOLVED', coalesce(s.resolves, false) and (not coalesce(was.resolves, false) or e.kind = 'REOPENED')),
        ('CLOSED', (e.after->>'closed')::boolean and not coalesce((e.before->>'closed')::boolean, false)),
        ('REOPENED', e.kind = 'REOPENED')) k (kind, happened)
      where e.kind in ('CREATED', 'STATUS_CHANGED', 'ASSIGNED', 'REOPENED') and k.happened`);
    // Of a table whose rows are yet to be checked nothing can be changed.
    this.addSql('set constraints all immediate');
    this.addSql('create index occurrence_milestone_at on occurrence_milestone (operator_id, at)');
    this.addSql(`create index occurrence_event_moved on occurrence_event (operator_id, occurred_at)
      where kind in ('CREATED', 'STATUS_CHANGED', 'ASSIGNED', 'REOPENED')`);
    this.addSql('alter table occurrence_milestone enable row level security');
    this
      .addSql(`create policy tenant on occurrence_milestone using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
  }
}
