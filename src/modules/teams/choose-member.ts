import type { Assignment } from './team.js';

export interface Turn {
  readonly assignment: Assignment;
  readonly openLimit: number | null;
  /** Whose turn was the last; null: nobody's yet. */
  readonly lastAssignedId: string | null;
  /** In the order in which they take turns. */
  readonly memberIds: readonly string[];
  /** Those of them who can be given anything now. */
  readonly candidates: ReadonlySet<string>;
  /** How many open occurrences each has; none where it is not said. */
  readonly openOf: ReadonlyMap<string, number>;
}

/** Who is given the next one; null: nobody can be. */
export function chooseMember({ assignment, openLimit, lastAssignedId, ...team }: Turn): string | null {
  const open = (id: string): number => team.openOf.get(id) ?? 0;
  // Who has left the team is at no place, and then the first one begins.
  const place = lastAssignedId === null ? -1 : team.memberIds.indexOf(lastAssignedId);
  const inTurn = [...team.memberIds.slice(place + 1), ...team.memberIds.slice(0, place + 1)];
  const free = inTurn.filter((id) => team.candidates.has(id) && (openLimit === null || open(id) < openLimit));
  const [next] = assignment === 'LEAST_LOADED' ? free.toSorted((a, b) => open(a) - open(b)) : free;
  return assignment === 'NONE' ? null : (next ?? null);
}
