import type { GraphQLError } from 'graphql';
import { rateLimited } from '../graphql/errors.js';
import type { Balance } from './budget.js';

/** The header fields of the IETF's draft, and when to come back where something was refused. */
export function headersOf({ name, quota, windowSeconds, left, resetSeconds, granted }: Balance): [string, string][] {
  return [
    ['ratelimit-policy', `"${name}";q=${quota};w=${windowSeconds}`],
    ['ratelimit', `"${name}";r=${left};t=${resetSeconds}`],
    ...(granted ? [] : [['retry-after', `${resetSeconds}`] as [string, string]]),
  ];
}

export const refusalOf = ({ cost, left, quota, windowSeconds, resetSeconds }: Balance): GraphQLError =>
  rateLimited(
    `The operation costs ${cost}, and ${left} are left of the ${quota} for ${windowSeconds} seconds: ` +
      `ask for less, or again in ${resetSeconds} seconds.`,
  );
