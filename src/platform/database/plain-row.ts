/** A tenant's row as plain values: without its operator, and with null for what is empty. */
export type PlainRow<Row> = {
  [K in Exclude<keyof Row & string, 'operatorId' | `__${string}`>]-?: undefined extends Row[K]
    ? Exclude<Row[K], undefined> | null
    : Row[K];
};

export const plainRow = <Row extends { operatorId: string }>({ operatorId: _operatorId, ...own }: Row): PlainRow<Row> =>
  Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value ?? null])) as PlainRow<Row>;
