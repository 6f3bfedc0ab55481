import { defineEntity, p } from '@mikro-orm/core';
import { tenantKey } from '../../platform/database/tenant-key.js';
import type { Assignment } from './team.js';

export const TeamEntity = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    ...tenantKey,
    key: p.text(),
    name: p.text(),
    assignment: p.text().$type<Assignment>(),
    openLimit: p.integer().nullable(),
    active: p.boolean(),
    /** Whose turn was the last; null: nobody's yet. */
    lastAssignedId: p.text().nullable(),
  },
});

export const TeamTypeEntity = defineEntity({
  name: 'TeamType',
  tableName: 'team_type',
  properties: {
    operatorId: p.text().primary(),
    teamId: p.text().primary(),
    typeId: p.text().primary(),
    /** Among the types of the team, as they were given. */
    place: p.integer(),
  },
});

export const TeamMemberEntity = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  properties: {
    operatorId: p.text().primary(),
    teamId: p.text().primary(),
    staffId: p.text().primary(),
    /** Among the members of the team, as they were given. */
    place: p.integer(),
  },
});
