import { describedEnum } from '../../../platform/graphql/enum.js';

export const AssignmentEnum = describedEnum('TeamAssignment', 'How a team gives out what is new of its types.', {
  NONE: 'It does not: what is new waits in the queue.',
  ROUND_ROBIN: 'To each member in turn, in the order of the members.',
  LEAST_LOADED: 'To the member with the fewest open occurrences; among equals in turn.',
});
