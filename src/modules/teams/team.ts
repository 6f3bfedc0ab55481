// A team as its operator configures it: plain data, no rows, no GraphQL.

/** Who is given what is new. */
export type Assignment = 'NONE' | 'ROUND_ROBIN' | 'LEAST_LOADED';

export interface Team {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly typeIds: readonly string[];
  /** In the order in which they take turns. */
  readonly memberIds: readonly string[];
  readonly assignment: Assignment;
  /** Of a member's open occurrences, of whatever type; null: none. */
  readonly openLimit: number | null;
  readonly active: boolean;
}

/** Whether it gives out what is new of its types. */
export const assigns = ({ active, assignment }: Pick<Team, 'active' | 'assignment'>): boolean =>
  active && assignment !== 'NONE';
