import type { OccurrenceType, Status } from './model.js';

/**
 * Where an element of a type may go: the active ones that it lists, or any other active one where it lists none by null;
 * nowhere from a closing one.
 */
export function effectiveNext<S extends { readonly active: boolean; readonly closes: boolean }>(
  statuses: readonly S[],
  from: S,
  nameOf: (status: S) => string,
  listed: readonly string[] | null,
): S[] {
  if (from.closes) return [];
  const own = nameOf(from);
  return statuses.filter((to) => to.active && nameOf(to) !== own && (listed === null || listed.includes(nameOf(to))));
}

/** The statuses that an occurrence in this one may be moved to, in the type's order. */
export const effectiveNextStatuses = (type: OccurrenceType, status: Status): Status[] =>
  effectiveNext(type.statuses, status, (each) => each.id, status.nextStatusIds);
