import type { EntityManager } from '@mikro-orm/postgresql';
import { contextLoader } from '../../platform/graphql/context.js';
import { type FormDefinition, formVersionKey, parseFormVersionKey } from './form-definition.js';

interface FormVersionRow {
  form_id: string;
  key: string;
  name: string;
  version: number;
  newest: number;
  schema: Record<string, unknown>;
  ui_schema: Record<string, unknown> | null;
  active: boolean;
}

const selectVersions = `
  select f.id as form_id, f.key, v.name, v.version, f.version as newest, v.schema, v.ui_schema, f.active
    from form f join form_version v on v.operator_id = f.operator_id and v.form_id = f.id
   where f.operator_id = ?`;

const definitionOf = (row: FormVersionRow): FormDefinition => ({
  id: row.version === row.newest ? row.form_id : formVersionKey(row.form_id, row.version),
  formId: row.form_id,
  key: row.key,
  name: row.name,
  version: row.version,
  schema: row.schema,
  uiSchema: row.ui_schema,
  active: row.active,
});

/** Every form of an operator at its newest version, in the order of keys. */
export async function loadForms(em: EntityManager, operatorId: string): Promise<FormDefinition[]> {
  const rows = await em.execute<FormVersionRow[]>(`${selectVersions} and v.version = f.version order by f.key`, [
    operatorId,
  ]);
  return rows.map(definitionOf);
}

/** Forms at the versions that entries were filled in with, by `formVersionKey`; null for what is not there. */
export const formVersionLoader = contextLoader<string, FormDefinition | null>(async (ctx, keys) => {
  const wanted = keys.flatMap((key) => parseFormVersionKey(key) ?? []);
  if (wanted.length === 0) return keys.map(() => null);
  const em = await ctx.read();
  const rows = await em.execute<FormVersionRow[]>(
    `${selectVersions} and v.form_id in (?) and v.form_id || '@' || v.version in (?)`,
    [ctx.caller.operatorId, wanted.map(({ formId }) => formId), keys],
  );
  const found = new Map(rows.map((row) => [formVersionKey(row.form_id, row.version), definitionOf(row)]));
  return keys.map((key) => found.get(key) ?? null);
});
