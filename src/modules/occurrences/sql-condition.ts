/** A part of a where clause; its question marks stand for its parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

export const sql = (text: string, ...params: unknown[]): SqlCondition => ({ sql: text, params });

export const nothing = sql('false');

/** All of them, for statements that are written by hand. */
export const allOf = (conditions: readonly SqlCondition[]): SqlCondition => ({
  sql: conditions.map((condition) => `(${condition.sql})`).join(' and ') || 'true',
  params: conditions.flatMap(({ params }) => params),
});

/** The value is one of the list; an empty list has none. */
export const isOneOf = (column: string, values: readonly string[]): SqlCondition =>
  values.length === 0 ? nothing : sql(`${column} in (?)`, values);
