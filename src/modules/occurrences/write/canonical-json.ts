import { createHash } from 'node:crypto';

/** JSON in which equal values are equal texts: keys in order, and what is null or undefined in an object left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date || typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const given = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  const members = given
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${members.join(',')}}`;
}

/** What two contents are compared by. */
export const contentHash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
