import type { Assignment, Team } from './team.js';

export interface TeamInput {
  readonly key: string;
  readonly name: string;
  readonly typeIds?: readonly string[];
  readonly memberIds?: readonly string[];
  readonly assignment?: Assignment;
  readonly openLimit?: number | null;
}

/** Absent leaves as it is, null clears. */
export type TeamUpdate = { readonly [K in keyof TeamInput]?: TeamInput[K] | null } & {
  readonly active?: boolean | null;
};

export type Content = Omit<Team, 'id'>;

export const newContent = ({
  key,
  name,
  typeIds = [],
  memberIds = [],
  assignment = 'NONE',
  openLimit = null,
}: TeamInput): Content => ({ key, name, typeIds, memberIds, assignment, openLimit, active: true });

/** What cannot be cleared stays as it is: whoever asks has to refuse that. */
export function changedContent(before: Content, { openLimit, typeIds, memberIds, ...rest }: TeamUpdate): Content {
  const own = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as Partial<Content>;
  return {
    ...before,
    ...own,
    ...(openLimit !== undefined && { openLimit }),
    ...(typeIds !== undefined && { typeIds: typeIds ?? [] }),
    ...(memberIds !== undefined && { memberIds: memberIds ?? [] }),
  };
}
