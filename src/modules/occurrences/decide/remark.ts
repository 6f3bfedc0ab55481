import { problem, type Problem } from '../../../shared/problem.js';
import { concludesNothing } from '../../answers/index.js';
import type { Status } from '../../workflow/model.js';
import type { DenialBasis } from '../state.js';
import { isBlank, limits, textProblems } from './text.js';

/** What is said along with a move; blank texts count as none. */
export interface Remark {
  readonly comment?: string | null | undefined;
  readonly denialBasis?: DenialBasis | null | undefined;
}

export interface RemarkPaths {
  readonly comment: readonly string[];
  readonly denialBasis: readonly string[];
}

export const commentOf = ({ comment }: Remark): string | null => (isBlank(comment) ? null : comment);

export const denialBasisOf = ({ denialBasis }: Remark): DenialBasis | null =>
  !denialBasis || (isBlank(denialBasis.reason) && isBlank(denialBasis.provision))
    ? null
    : { reason: denialBasis.reason, provision: denialBasis.provision };

/** What the status demands to be said and is not, and what is said badly. */
export const remarkProblems = (
  remark: Remark,
  status: Status,
  paths: RemarkPaths,
  genericTerms: readonly string[],
): Problem[] => [
  ...commentProblems(commentOf(remark), status, paths.comment),
  ...denialBasisProblems(denialBasisOf(remark), status, paths.denialBasis),
  ...(status.conclusive ? genericProblems(remark, paths, genericTerms) : []),
];

/** Along with a conclusion nothing is said that concludes nothing: the member, and the regulator, read both as the answer. */
function genericProblems(remark: Remark, paths: RemarkPaths, genericTerms: readonly string[]): Problem[] {
  const said: [string | null | undefined, readonly string[]][] = [
    [commentOf(remark), paths.comment],
    [denialBasisOf(remark)?.reason, [...paths.denialBasis, 'reason']],
  ];
  return said
    .filter(([text]) => !isBlank(text) && concludesNothing(text, genericTerms))
    .map(([, path]) => problem('GENERIC_ANSWER', 'It concludes nothing, and the status is conclusive.', path));
}

function commentProblems(comment: string | null, status: Status, path: readonly string[]): Problem[] {
  if (comment !== null) return textProblems(comment, limits.comment, path);
  return status.requiresComment ? [problem('COMMENT_REQUIRED', `Status "${status.key}" needs a comment.`, path)] : [];
}

function denialBasisProblems(basis: DenialBasis | null, status: Status, path: readonly string[]): Problem[] {
  const missing = (at: readonly string[]): Problem =>
    status.requiresDenialBasis
      ? problem('DENIAL_BASIS_REQUIRED', `Status "${status.key}" needs reason and provision of the denial.`, at)
      : problem('REQUIRED', 'A denial basis has both reason and provision.', at);
  if (basis === null) return status.requiresDenialBasis ? [missing(path)] : [];
  const part = (name: keyof DenialBasis, most: number): Problem[] =>
    isBlank(basis[name]) ? [missing([...path, name])] : textProblems(basis[name], most, [...path, name]);
  return [...part('reason', limits.denialReason), ...part('provision', limits.denialProvision)];
}
