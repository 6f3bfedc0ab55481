/** What a client gave as JSON, as plain objects: GraphQL hands out ones without a prototype, which compare as different. */
export const plainJson = <T>(value: T): T =>
  value === undefined || value === null ? value : (JSON.parse(JSON.stringify(value)) as T);
