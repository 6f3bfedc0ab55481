import type { Operator } from './operator.entity.js';

/** For how long a message may be edited or withdrawn by who wrote it, unless the operator says otherwise; 0: not at all. */
const usualMinutes = 15;

export const longestMessageEditMinutes = 24 * 60;

export const messageEditMinutesOf = ({ messageEditMinutes }: Pick<Operator, 'messageEditMinutes'>): number =>
  messageEditMinutes ?? usualMinutes;
