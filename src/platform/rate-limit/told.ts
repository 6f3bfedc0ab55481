import type { GraphQLError } from 'graphql';
import { rateLimited, tooLarge } from '../graphql/errors.js';
import type { Balance } from './budget.js';

/** The header fields of the IETF's draft, and when to come back where something was refused. */
export function headersOf({
  name,
  quota,
  windowSeconds,
  left,
  resetSeconds,
  granted,
  cost,
}: Balance): [string, string][] {
  return [
    ['ratelimit-policy', `"${name}";q=${quota};w=${windowSeconds}`],
    ['ratelimit', `"${name}";r=${left};t=${resetSeconds}`],
    ...(granted || cost > quota ? [] : [['retry-after', `${resetSeconds}`] as [string, string]]),
  ];
}

/** What costs more than all that there is to spend is refused whenever it comes: that is a fault of the operation. */
export const refusalOf = ({ cost, left, quota, windowSeconds, resetSeconds }: Balance): GraphQLError =>
  cost > quota
    ? tooLarge(
        `The operation costs ${cost}, and never more than ${quota} may be spent in ${windowSeconds} seconds: ` +
          'ask for shorter pages, or for less in each.',
      )
    : rateLimited(
        `The operation costs ${cost}, and ${left} are left of the ${quota} for ${windowSeconds} seconds: ` +
          `ask for less, or again in ${resetSeconds} seconds.`,
      );
