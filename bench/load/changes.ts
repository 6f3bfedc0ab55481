import { readFileSync } from 'node:fs';

const connections = 8;
const query = readFileSync(new URL('../../examples/change-status.graphql', import.meta.url), 'utf8');

/** The request that moves an occurrence. */
export const bodyOf = (id: string, statusKey: string): string =>
  JSON.stringify({ query, variables: { id, input: { statusKey } } });

interface Moved {
  readonly version: number;
  readonly status: { readonly key: string };
}

/** The version and the status that a change answered. */
export function movedTo(answer: unknown) {
  const { data } = answer as { data: { occurrenceChangeStatus: { occurrence: Moved; userErrors: unknown[] } } };
  const { occurrence, userErrors } = data.occurrenceChangeStatus;
  return userErrors.length === 0 ? { version: occurrence.version, status: occurrence.status.key } : { userErrors };
}

/** An equal part for each variant: none changes the occurrences of another. */
export function sharesOf(ids: readonly string[], variants: number): string[][] {
  const size = Math.floor(ids.length / variants);
  return Array.from({ length: variants }, (_, variant) => ids.slice(variant * size, (variant + 1) * size));
}

/** What each connection changes: none waits for the row that another one holds. */
export const dealt = (ids: readonly string[]): string[][] =>
  Array.from({ length: connections }, (_, turn) => ids.filter((_id, index) => index % connections === turn));
