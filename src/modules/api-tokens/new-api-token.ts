import { type Scope, scopes } from '../../platform/auth/permissions.js';
import { type Problem, problem, type Result, refusal, success } from '../../shared/problem.js';
import { checkName } from '../configuration/index.js';

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
}

export interface ApiTokenContent {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
}

const dayMs = 86_400_000;
export const defaultDays = 90;
export const longestDays = 366;

/** What a token is to be, with the scopes in the order of the catalogue; or all that is wrong with it. */
export function decideApiToken(input: NewApiToken, now: Date): Result<ApiTokenContent> {
  const expiresAt = input.expiresAt ?? new Date(now.getTime() + defaultDays * dayMs);
  const problems = [...checkText(input.name), ...checkScopes(input.scopes), ...checkExpiry(expiresAt, now)];
  if (problems.length > 0) return refusal(...problems);
  const granted = scopes.filter((scope) => input.scopes.includes(scope));
  return success({ name: input.name.trim(), scopes: granted, expiresAt });
}

function checkText(name: string): Problem[] {
  const path = ['input', 'name'];
  // It stands in histories and logs of the operator: a line break would forge an entry there.
  if (/\p{Cc}/u.test(name.trim())) return [problem('INVALID', 'The name has control characters.', path)];
  return checkName(name, path);
}

function checkScopes(given: readonly string[]): Problem[] {
  if (given.length === 0)
    return [problem('REQUIRED', 'A token without a scope could do nothing.', ['input', 'scopes'])];
  return given.flatMap((scope, index) =>
    (scopes as readonly string[]).includes(scope)
      ? []
      : [problem('INVALID', 'There is no such scope.', ['input', 'scopes', `${index}`])],
  );
}

function checkExpiry(expiresAt: Date, now: Date): Problem[] {
  const path = ['input', 'expiresAt'];
  if (expiresAt <= now) return [problem('INVALID', 'It would have expired by now.', path)];
  return expiresAt.getTime() - now.getTime() > longestDays * dayMs
    ? [problem('INVALID', `A token lasts ${longestDays} days at the most.`, path)]
    : [];
}
