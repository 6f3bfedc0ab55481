/** A list of words as the object that GraphQL enums are registered with. */
export const enumOf = <const T extends string>(values: readonly T[]): { [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
