import type { Role } from '../../../platform/auth/roles.js';
import type { Problem } from '../../../shared/problem.js';
import type { OccurrenceType, Status } from '../../workflow/model.js';
import { effectiveNextStatuses } from '../../workflow/transition.js';
import { isClosed, type OccurrenceState, statusOf } from '../state.js';
import { decideMove } from './move.js';
import type { EntryCounts } from './required-tabs.js';

export const transitionNeeds = ['COMMENT', 'DENIAL_BASIS'] as const;
export type TransitionNeed = (typeof transitionNeeds)[number];

/** A move that could be made: with an empty `blockedBy` it succeeds once `needs` are given along. */
export interface Transition {
  readonly to: Status;
  readonly needs: readonly TransitionNeed[];
  readonly blockedBy: readonly Problem[];
}

export interface TransitionQuestion {
  readonly state: OccurrenceState;
  readonly type: OccurrenceType;
  readonly roles: readonly Role[];
  readonly entries: EntryCounts;
  readonly genericTerms: readonly string[];
}

/** Words that no list of generic terms has. */
const words = 'xq zwv';
const given = { comment: words, denialBasis: { reason: words, provision: words } };

/** The moves out of the present status, decided by trying each with everything given that it needs. None for a beneficiary. */
export function transitionsFor({ state, type, roles, entries, genericTerms }: TransitionQuestion): Transition[] {
  if (isClosed(state) || roles.includes('BENEFICIARY')) return [];
  return effectiveNextStatuses(type, statusOf(state, type)).map((to) => {
    const situation = { state, type, roles, entries, genericTerms, now: state.updatedAt };
    const tried = decideMove({ ...given, ...situation, target: to });
    return { to, needs: needsOf(to), blockedBy: tried.ok ? [] : tried.problems };
  });
}

const needsOf = (status: Status): TransitionNeed[] => [
  ...(status.requiresComment ? (['COMMENT'] as const) : []),
  ...(status.requiresDenialBasis ? (['DENIAL_BASIS'] as const) : []),
];
