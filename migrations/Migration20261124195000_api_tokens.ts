import { Migration } from '@mikro-orm/migrations';

/** Tokens that an operator gives to its integrations: of each the digest alone, which is no way back to it. */
export class Migration20261124195000_api_tokens extends Migration {
  override up(): void {
    this.addSql(`create table api_token (
      operator_id text not null references operator,
      id text not null,
      digest text not null,
      name text not null,
      scopes text[] not null check (cardinality(scopes) > 0),
      created_by text not null,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null check (expires_at > created_at),
      last_used_at timestamptz(3),
      revoked_at timestamptz(3),
      primary key (operator_id, id),
      unique (operator_id, digest))`);
    this.addSql('alter table api_token enable row level security');
    this
      .addSql(`create policy tenant on api_token using (operator_id = nullif(current_setting('app.operator', true), ''))
      with check (operator_id = nullif(current_setting('app.operator', true), ''))`);
  }
}
