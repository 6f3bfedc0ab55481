import { Migration } from '@mikro-orm/migrations';

/**
 * The whole ground: every table carries its operator, every key and foreign key includes it, and row-level security
 * shows the application's role the rows of `app.operator` alone.
 */
export class Migration20261124120000_ground extends Migration {
  override up(): void {
    for (const statement of [...search, ...operators, ...people, ...configuration, ...occurrences, ...deliveries]) {
      this.addSql(statement);
    }
    for (const table of tenantTables) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(
        `create policy tenant on ${table} using (operator_id = nullif(current_setting('app.operator', true), ''))
         with check (operator_id = nullif(current_setting('app.operator', true), ''))`,
      );
    }
    for (const statement of guards) this.addSql(statement);
  }
}

const search = [
  'create extension if not exists unaccent',
  'create extension if not exists pg_trgm',
  'create text search configuration portuguese_plain (copy = portuguese)',
  `alter text search configuration portuguese_plain
     alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, portuguese_stem`,
];

const operators = [
  `create table operator (
     id text primary key,
     slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,62}$'),
     name text not null,
     ans_registry text not null check (ans_registry ~ '^[0-9]{6}$'),
     time_zone text not null,
     hides_attendants boolean not null default false,
     suspended_at timestamptz(3),
     configuration_version int not null default 1,
     created_at timestamptz(3) not null)`,
  'alter table operator enable row level security',
  // A caller is known by the slug in the token before the id is: each of the two opens that one row.
  `create policy tenant on operator using (
     id = nullif(current_setting('app.operator', true), '') or slug = nullif(current_setting('app.operator_slug', true), ''))
     with check (id = nullif(current_setting('app.operator', true), ''))`,
  `create table operator_log (
     operator_id text primary key references operator,
     last_sequence bigint not null default 0,
     last_event_id text)`,
  `create table configuration_change (
     operator_id text not null references operator,
     id text not null,
     actor text not null,
     at timestamptz(3) not null,
     element text not null,
     before jsonb,
     after jsonb,
     primary key (operator_id, id))`,
];

const people = [
  `create table staff (
     operator_id text not null references operator,
     id text not null,
     subject text not null,
     name text not null,
     roles text[] not null,
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     unique (operator_id, subject))`,
  `create table beneficiary (
     operator_id text not null references operator,
     id text not null,
     subject text,
     membership_number text,
     name text not null,
     search_name text not null,
     email text,
     phone text,
     holder_id text,
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     unique (operator_id, subject),
     unique (operator_id, membership_number),
     foreign key (operator_id, holder_id) references beneficiary (operator_id, id),
     check (holder_id <> id))`,
  'create index beneficiary_holder on beneficiary (operator_id, holder_id)',
  'create index beneficiary_search_name on beneficiary using gin (search_name gin_trgm_ops)',
];

const configuration = [
  `create table protocol_type (
     operator_id text not null references operator,
     id text not null,
     key text not null,
     name text not null,
     numbering text not null check (numbering in ('ANS', 'SEQUENTIAL')),
     prefix text,
     active boolean not null default true,
     primary key (operator_id, id),
     unique (operator_id, key))`,
  `create table form (
     operator_id text not null references operator,
     id text not null,
     key text not null,
     name text not null,
     version int not null,
     active boolean not null default true,
     primary key (operator_id, id),
     unique (operator_id, key))`,
  `create table form_version (
     operator_id text not null,
     form_id text not null,
     version int not null,
     name text not null,
     schema jsonb not null,
     ui_schema jsonb,
     created_at timestamptz(3) not null,
     primary key (operator_id, form_id, version),
     foreign key (operator_id, form_id) references form (operator_id, id))`,
  `create table occurrence_type (
     operator_id text not null references operator,
     id text not null,
     key text not null,
     name text not null,
     protocol_type_id text not null,
     sla jsonb,
     regulatory_kind text,
     view_mode text not null check (view_mode in ('BASIC', 'REQUEST', 'CHAT')),
     allows_attendance boolean not null,
     intake_form_id text,
     active boolean not null default true,
     primary key (operator_id, id),
     unique (operator_id, key),
     foreign key (operator_id, protocol_type_id) references protocol_type (operator_id, id),
     foreign key (operator_id, intake_form_id) references form (operator_id, id))`,
  `create table status (
     operator_id text not null,
     id text not null,
     type_id text not null,
     key text not null,
     internal_description text not null,
     external_description text not null,
     category text not null,
     color text not null check (color ~ '^#[0-9A-Fa-f]{6}$'),
     is_default boolean not null,
     starts_attendance boolean not null,
     show_in_history boolean not null,
     resolves boolean not null,
     closes boolean not null,
     pauses_sla boolean not null,
     conclusive boolean not null,
     requires_comment boolean not null,
     requires_denial_basis boolean not null,
     display_order int not null,
     active boolean not null,
     next_status_ids text[],
     allowed_roles text[] not null,
     primary key (operator_id, id),
     unique (operator_id, type_id, id),
     unique (operator_id, type_id, key) deferrable initially deferred,
     foreign key (operator_id, type_id) references occurrence_type (operator_id, id))`,
  `create table attendance_tab (
     operator_id text not null,
     id text not null,
     type_id text not null,
     key text not null,
     name text not null,
     content text not null,
     form_id text,
     allows_multiple_entries boolean not null,
     display_mode text not null,
     display_order int not null,
     required boolean not null,
     required_for_status_ids text[] not null,
     visible_to_beneficiary boolean not null,
     filled_by_beneficiary boolean not null,
     active boolean not null,
     primary key (operator_id, id),
     unique (operator_id, type_id, key) deferrable initially deferred,
     foreign key (operator_id, type_id) references occurrence_type (operator_id, id),
     foreign key (operator_id, form_id) references form (operator_id, id))`,
  `create table action (
     operator_id text not null,
     id text not null,
     type_id text not null,
     status_id text not null,
     key text not null,
     description text not null,
     kind text not null,
     config jsonb not null,
     condition jsonb,
     active boolean not null,
     primary key (operator_id, id),
     unique (operator_id, type_id, key) deferrable initially deferred,
     foreign key (operator_id, type_id, status_id) references status (operator_id, type_id, id))`,
  `create table feature (
     operator_id text not null references operator,
     id text not null,
     key text not null,
     name text not null,
     type_id text,
     primary key (operator_id, id),
     unique (operator_id, key),
     foreign key (operator_id, type_id) references occurrence_type (operator_id, id))`,
];

const occurrences = [
  `create table protocol_sequence (
     operator_id text not null references operator,
     scope text not null,
     last bigint not null,
     primary key (operator_id, scope))`,
  `create table protocol (
     operator_id text not null references operator,
     number text not null,
     protocol_type_id text,
     issued_at timestamptz(3) not null,
     primary key (operator_id, number),
     foreign key (operator_id, protocol_type_id) references protocol_type (operator_id, id))`,
  `create table occurrence (
     operator_id text not null references operator,
     id text not null,
     protocol_number text not null,
     version int not null,
     type_id text not null,
     status_id text not null,
     last_shown_status_id text,
     description text not null,
     channel text not null,
     requester_id text not null,
     beneficiary_id text not null,
     attendant_id text,
     feature_id text,
     regulatory_kind text,
     intake jsonb,
     intake_form_id text,
     intake_form_version int,
     denial_reason text,
     denial_provision text,
     next_due_at timestamptz(3),
     created_at timestamptz(3) not null,
     updated_at timestamptz(3) not null,
     attendance_started_at timestamptz(3),
     resolved_at timestamptz(3),
     closed_at timestamptz(3),
     words tsvector generated always as (to_tsvector('portuguese_plain', description)) stored,
     primary key (operator_id, id),
     foreign key (operator_id, protocol_number) references protocol (operator_id, number),
     foreign key (operator_id, type_id, status_id) references status (operator_id, type_id, id),
     foreign key (operator_id, requester_id) references beneficiary (operator_id, id),
     foreign key (operator_id, beneficiary_id) references beneficiary (operator_id, id),
     foreign key (operator_id, attendant_id) references staff (operator_id, id),
     foreign key (operator_id, feature_id) references feature (operator_id, id),
     foreign key (operator_id, intake_form_id, intake_form_version)
       references form_version (operator_id, form_id, version))`,
  'create index occurrence_created on occurrence (operator_id, created_at, id)',
  'create index occurrence_updated on occurrence (operator_id, updated_at, id)',
  'create index occurrence_due on occurrence (operator_id, next_due_at nulls last, id)',
  'create index occurrence_status on occurrence (operator_id, status_id, created_at, id)',
  'create index occurrence_type_status on occurrence (operator_id, type_id, status_id)',
  'create index occurrence_attendant on occurrence (operator_id, attendant_id, created_at, id)',
  'create index occurrence_requester on occurrence (operator_id, requester_id, created_at, id)',
  'create index occurrence_beneficiary on occurrence (operator_id, beneficiary_id, created_at, id)',
  'create index occurrence_protocol on occurrence (operator_id, protocol_number)',
  'create index occurrence_words on occurrence using gin (words)',
  `create table occurrence_event (
     operator_id text not null references operator,
     sequence bigint not null,
     id text not null,
     occurrence_id text not null,
     version int not null check (version > 0),
     previous_version int generated always as (nullif(version - 1, 0)) stored,
     kind text not null,
     occurred_at timestamptz(3) not null,
     actor_kind text not null,
     actor_id text,
     actor_name text not null,
     payload jsonb not null,
     before jsonb,
     after jsonb not null,
     primary key (operator_id, sequence),
     unique (operator_id, occurrence_id, version),
     unique (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id),
     foreign key (operator_id, occurrence_id, previous_version)
       references occurrence_event (operator_id, occurrence_id, version))`,
  // No version of an occurrence without its event, whoever writes.
  `alter table occurrence add constraint occurrence_version_event
     foreign key (operator_id, id, version) references occurrence_event (operator_id, occurrence_id, version)
     deferrable initially deferred`,
  `create table tab_entry (
     operator_id text not null,
     id text not null,
     occurrence_id text not null,
     tab_id text not null,
     form_id text not null,
     form_version int not null,
     data jsonb not null,
     author_kind text not null,
     author_id text,
     author_name text not null,
     created_at timestamptz(3) not null,
     updated_at timestamptz(3) not null,
     primary key (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id),
     foreign key (operator_id, tab_id) references attendance_tab (operator_id, id),
     foreign key (operator_id, form_id, form_version) references form_version (operator_id, form_id, version))`,
  'create index tab_entry_occurrence on tab_entry (operator_id, occurrence_id, created_at, id)',
  `create table note (
     operator_id text not null,
     id text not null,
     occurrence_id text not null,
     body text not null,
     visibility text not null check (visibility in ('INTERNAL', 'PUBLIC')),
     author_kind text not null,
     author_id text,
     author_name text not null,
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id))`,
  'create index note_occurrence on note (operator_id, occurrence_id, created_at, id)',
  `create table message (
     operator_id text not null,
     id text not null,
     occurrence_id text not null,
     body text not null,
     author_kind text not null,
     author_id text,
     author_name text not null,
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id))`,
  'create index message_occurrence on message (operator_id, occurrence_id, created_at, id)',
  `create table upload (
     operator_id text not null references operator,
     id text not null,
     subject text not null,
     file_name text not null,
     content_type text not null,
     byte_size int not null,
     created_at timestamptz(3) not null,
     expires_at timestamptz(3) not null,
     stored_at timestamptz(3),
     primary key (operator_id, id))`,
  `create table attachment (
     operator_id text not null,
     id text not null,
     occurrence_id text not null,
     upload_id text not null,
     visible_to_beneficiary boolean not null,
     file_name text not null,
     content_type text not null,
     byte_size int not null,
     author_kind text not null,
     author_id text,
     author_name text not null,
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     unique (operator_id, upload_id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id),
     foreign key (operator_id, upload_id) references upload (operator_id, id))`,
  'create index attachment_occurrence on attachment (operator_id, occurrence_id, created_at, id)',
  `create table idempotency_key (
     operator_id text not null references operator,
     subject text not null,
     mutation text not null,
     key text not null,
     content_hash text not null,
     result_id text not null,
     created_at timestamptz(3) not null,
     primary key (operator_id, subject, mutation, key))`,
];

const deliveries = [
  `create table action_delivery (
     operator_id text not null,
     id text not null,
     action_id text not null,
     occurrence_id text not null,
     event_id text not null,
     state text not null check (state in ('PENDING', 'DELIVERED', 'RETRYING', 'FAILED', 'SKIPPED')),
     next_attempt_at timestamptz(3),
     created_at timestamptz(3) not null,
     primary key (operator_id, id),
     unique (operator_id, event_id, action_id),
     foreign key (operator_id, action_id) references action (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id),
     foreign key (operator_id, event_id) references occurrence_event (operator_id, id) deferrable initially deferred)`,
  'create index action_delivery_created on action_delivery (operator_id, created_at, id)',
  'create index action_delivery_occurrence on action_delivery (operator_id, occurrence_id)',
  `create table action_attempt (
     operator_id text not null,
     delivery_id text not null,
     number int not null,
     at timestamptz(3) not null,
     outcome text not null,
     detail text,
     duration_ms int not null,
     primary key (operator_id, delivery_id, number),
     foreign key (operator_id, delivery_id) references action_delivery (operator_id, id))`,
  `create table inbox_message (
     operator_id text not null,
     id text not null,
     beneficiary_id text not null,
     occurrence_id text,
     title text not null,
     body text not null,
     created_at timestamptz(3) not null,
     read_at timestamptz(3),
     primary key (operator_id, id),
     foreign key (operator_id, beneficiary_id) references beneficiary (operator_id, id),
     foreign key (operator_id, occurrence_id) references occurrence (operator_id, id))`,
  'create index inbox_message_beneficiary on inbox_message (operator_id, beneficiary_id, created_at, id)',
];

const tenantTables = [
  'operator_log configuration_change staff beneficiary protocol_type form form_version occurrence_type status',
  'attendance_tab action feature protocol_sequence protocol occurrence occurrence_event tab_entry note message upload',
  'attachment idempotency_key action_delivery action_attempt inbox_message',
].flatMap((line) => line.split(' '));

const guards = [
  // A status never moves without a further version, and so (by the deferred key) never without an event.
  `create function occurrence_moves_by_event() returns trigger language plpgsql as $$
   begin
     raise exception 'occurrence %: status changed without a new version', new.id using errcode = 'restrict_violation';
   end $$`,
  `create trigger occurrence_moves_by_event before update on occurrence for each row
     when ((new.status_id <> old.status_id or new.type_id <> old.type_id) and new.version <> old.version + 1)
     execute function occurrence_moves_by_event()`,
  `create function history_is_append_only() returns trigger language plpgsql as $$
   begin
     raise exception 'the history is append-only' using errcode = 'restrict_violation';
   end $$`,
  `create trigger history_is_append_only before update or delete on occurrence_event for each row
     execute function history_is_append_only()`,
  // Row-level security keeps operators that are not leak-proof (@@, like) away from indexes; this function looks up by
  // index and holds to the same operator by itself. Ids alone leave it, and the caller's own query filters them again.
  `create function search_occurrences(query text, plain text) returns setof text
     language sql stable security definer set search_path from current as $$
     select o.id from occurrence o
      where o.operator_id = nullif(current_setting('app.operator', true), '')
        and o.words @@ websearch_to_tsquery('portuguese_plain', query)
     union
     select o.id from occurrence o
      where o.operator_id = nullif(current_setting('app.operator', true), '')
        and o.protocol_number = plain
     union
     select o.id from occurrence o
       join beneficiary b on b.operator_id = o.operator_id and b.id = o.beneficiary_id
      where o.operator_id = nullif(current_setting('app.operator', true), '')
        and (b.membership_number = plain
          or b.search_name like '%' || replace(replace(replace(plain, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
   $$`,
  `create function search_beneficiaries(plain text) returns setof text
     language sql stable security definer set search_path from current as $$
     select b.id from beneficiary b
      where b.operator_id = nullif(current_setting('app.operator', true), '')
        and (b.membership_number = plain
          or b.search_name like '%' || replace(replace(replace(plain, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
   $$`,
];
