import { Migration } from '@mikro-orm/migrations';

/** How the clocks of an occurrence stand, as the log has told it last, and when that changes next by itself. */
export class Migration20261124233000_clock_states extends Migration {
  override up(): void {
    const states = "('ON_TRACK', 'AT_RISK', 'BREACHED', 'PAUSED', 'MET')";
    this.addSql(`alter table occurrence
      add sla_state text check (sla_state in ${states}),
      add regulatory_state text check (regulatory_state in ${states}),
      add state_changes_at timestamptz(3)`);
    for (const statement of backfill) this.addSql(statement);
    // For whoever looks for what is due, over all operators: it holds what still changes, and is read up to the present.
    this.addSql(`create index occurrence_state_changes on occurrence (state_changes_at, operator_id, id)
      where state_changes_at is not null`);
    // What was met is most of what is kept, and nobody's queue.
    this.addSql(`create index occurrence_sla_state on occurrence (operator_id, sla_state, created_at, id)
      where sla_state <> 'MET'`);
    this.addSql(`create index occurrence_regulatory_state on occurrence (operator_id, regulatory_state, created_at, id)
      where regulatory_state <> 'MET'`);
    // Row-level security shows the rows of one operator. Ids alone leave this function, and of what is due alone; each
    // is then read again with the operator's rights. Of each operator the first ones, so that none waits behind another.
    this.addSql(`create function overtaken_occurrences(at timestamptz, most int)
      returns table (operator_id text, id text)
      language sql stable security definer set search_path from current as $$
        select due.operator_id, due.id from (
          select o.operator_id, o.id, o.state_changes_at,
                 row_number() over (partition by o.operator_id order by o.state_changes_at, o.id) as place
            from occurrence o where o.state_changes_at <= at) due
         where due.place <= most order by due.state_changes_at, due.operator_id, due.id $$`);
    this.addSql('revoke execute on function overtaken_occurrences from public');
    this.addSql('grant execute on function overtaken_occurrences to ocorrencias_app');
  }
}

// As the product tells it from the same instants, by the time of the migration: what happened before it stays untold.
const backfill = [
  `update occurrence o set sla_state = case
       when coalesce(c.stopped_at, c.paused_at, now()) > c.due_at then 'BREACHED'
       when c.stopped_at is not null then 'MET'
       when c.paused_at is not null then 'PAUSED'
       when now() >= c.warn_at then 'AT_RISK'
       else 'ON_TRACK' end
     from (select operator_id, id,
             (sla ->> 'dueAt')::timestamptz as due_at,
             (sla ->> 'warnAt')::timestamptz as warn_at,
             (sla ->> 'stoppedAt')::timestamptz as stopped_at,
             case when sla #>> '{pauses,-1,until}' is null then (sla #>> '{pauses,-1,from}')::timestamptz end as paused_at
           from occurrence where jsonb_typeof(sla) = 'object') c
    where o.operator_id = c.operator_id and o.id = c.id`,
  `update occurrence set regulatory_state = case
       when coalesce(answered_at, now()) > (regulatory_answer ->> 'dueAt')::timestamptz then 'BREACHED'
       when answered_at is not null then 'MET'
       when now() >= (regulatory_answer ->> 'warnAt')::timestamptz then 'AT_RISK'
       else 'ON_TRACK' end
    where jsonb_typeof(regulatory_answer) = 'object'`,
  `update occurrence set state_changes_at = least(
       case sla_state
         when 'ON_TRACK' then (sla ->> 'warnAt')::timestamptz
         when 'AT_RISK' then (sla ->> 'dueAt')::timestamptz + interval '1 ms' end,
       case regulatory_state
         when 'ON_TRACK' then (regulatory_answer ->> 'warnAt')::timestamptz
         when 'AT_RISK' then (regulatory_answer ->> 'dueAt')::timestamptz + interval '1 ms' end)
    where sla_state in ('ON_TRACK', 'AT_RISK') or regulatory_state in ('ON_TRACK', 'AT_RISK')`,
];
