import { registerEnumType } from 'type-graphql';
import { roles } from '../../../platform/auth/roles.js';
import { enumOf } from '../../../platform/graphql/enum.js';

export const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is to the operator; the credentials say it.',
  valuesConfig: {
    BENEFICIARY: {
      description:
        'Opens occurrences, follows the history of their own, sees external descriptions only; combines with no other role.',
    },
    ATTENDANT: { description: 'Works the queue.' },
    SUPERVISOR: {
      description: 'Counts as an attendant too; assigns others, changes in bulk, reopens, sends actions again.',
    },
    CONFIGURATOR: { description: 'Defines protocol types, forms, occurrence types, statuses, tabs and actions.' },
    INTEGRATION: { description: 'A system with an API token, limited to the scopes of that token.' },
  },
});
