import type { Caller } from './caller.js';

/**
 * Callers of one audience are shown the same: staff and systems by what they may do, a member alone. What a subscription
 * can reach must tell staff apart by nothing else.
 */
export const audienceOf = ({ operatorId, kind, personId, roles, permissions }: Caller): string =>
  JSON.stringify([
    operatorId,
    kind,
    kind === 'BENEFICIARY' ? personId : null,
    roles.toSorted(),
    [...permissions].toSorted(),
  ]);
